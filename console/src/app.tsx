import { useEffect } from 'preact/hooks'
import { ErrorBoundary as LazyBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso'
import { texts } from './locales'
import { InvitationPage } from './pages/invitation/invitation'
import { Doorway, SignInAgain, SignInPage } from './pages/sign-in/sign-in'
import { me, startFailure, startSession } from './session'
import { ErrorBoundary } from './shell/error-page'
import { Frame } from './shell/frame'
import { Button } from './ui/button'
import { Empty, Failure, PageHead } from './ui/page'
import { Toasts } from './ui/toast'

// The pages, in the order of the menu. Each is loaded on its first visit.
const Editor = lazy(() => import('./editors/editor').then((m) => m.EditorPage))
const Authoring = lazy(() => import('./pages/authoring/authoring').then((m) => m.AuthoringPage))
const Contents = lazy(() => import('./pages/contents/contents').then((m) => m.ContentsPage))
const Report = lazy(() => import('./pages/contents/report').then((m) => m.ReportPage))
const Segments = lazy(() => import('./pages/segments/segments').then((m) => m.SegmentsPage))
const Segment = lazy(() => import('./pages/segments/segment').then((m) => m.SegmentPage))
const Milestones = lazy(() => import('./pages/milestones/milestones').then((m) => m.MilestonesPage))
const Milestone = lazy(() => import('./pages/milestones/milestone').then((m) => m.MilestonePage))
const Activation = lazy(() => import('./pages/activation/activation').then((m) => m.ActivationPage))
const Accounts = lazy(() => import('./pages/accounts/accounts').then((m) => m.AccountsPage))
const Account = lazy(() => import('./pages/accounts/account').then((m) => m.AccountPage))
const Users = lazy(() => import('./pages/users/users').then((m) => m.UsersPage))
const User = lazy(() => import('./pages/users/user').then((m) => m.UserPage))
const Installation = lazy(() => import('./pages/installation/installation').then((m) => m.InstallationPage))
const Busy = lazy(() => import('./pages/busy/busy').then((m) => m.BusyPage))
const Members = lazy(() => import('./pages/members/members').then((m) => m.MembersPage))

/** Who is at the door decides what is drawn: nobody yet, somebody invited, or somebody signed in. */
export function App() {
  return (
    <LocationProvider>
      <Door />
      <Toasts />
      <SignInAgain />
    </LocationProvider>
  )
}

function Door() {
  const { path } = useLocation()
  if (path.startsWith('/invitation/'))
    return (
      <Router>{[<Route key="invitation" path="/invitation/:token" component={InvitationPage} />]}</Router>
    )
  if (startFailure.value)
    return (
      <Doorway heading={texts().shell.product}>
        <Failure error={startFailure.value} onRetry={startSession} />
      </Doorway>
    )
  if (me.value === undefined) return null
  if (me.value === null) return <SignInPage />
  // On its way to the application: no frame, or half a console would flash by.
  if (path === '/authoring')
    return (
      <LazyBoundary>
        <Router>{[<Route key="authoring" path="/authoring" component={Authoring} />]}</Router>
      </LazyBoundary>
    )
  return (
    <Frame kind={isEditor(path) ? 'editor' : 'page'}>
      <ErrorBoundary at={path}>
        <LazyBoundary>
          <Router>
            <Route path="/" component={Home} />
            <Route path="/contents" component={Contents} />
            <Route path="/contents/:id" component={Editor} />
            <Route path="/contents/:id/report" component={Report} />
            <Route path="/segments" component={Segments} />
            <Route path="/segments/:id" component={Segment} />
            <Route path="/milestones" component={Milestones} />
            <Route path="/milestones/:id" component={Milestone} />
            <Route path="/activation" component={Activation} />
            <Route path="/accounts" component={Accounts} />
            <Route path="/accounts/:id" component={Account} />
            <Route path="/users" component={Users} />
            <Route path="/users/:id" component={User} />
            <Route path="/busy" component={Busy} />
            <Route path="/installation" component={Installation} />
            <Route path="/team" component={Members} />
            <Route default component={NoPage} />
          </Router>
        </LazyBoundary>
      </ErrorBoundary>
    </Frame>
  )
}

/** An editor takes the top bar's place and folds the navigation. */
const isEditor = (path: string) => /^\/contents\/[^/]+$/.test(path)

function Home() {
  const { route } = useLocation()
  useEffect(() => route('/contents', true), [])
  return null
}

function NoPage() {
  const { errors } = texts()
  return (
    <>
      <PageHead title={errors.noPage.title} />
      <Empty
        title={errors.noPage.title}
        actions={
          <Button kind="primary" href="/contents">
            {errors.noPage.action}
          </Button>
        }
      >
        {errors.noPage.detail}
      </Empty>
    </>
  )
}
