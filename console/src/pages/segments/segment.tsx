import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { Segment, SegmentInput, SegmentPreview } from '#contract/segment'
import { ApiError } from '../../api/client'
import { segments } from '../../api/library'
import { ShareBar } from '../../charts/share-bar'
import { ConditionBuilder } from '../../editors/condition-builder/condition-builder'
import { useKnown } from '../../editors/condition-builder/known'
import { counted, list, number, percent } from '../../format'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { may } from '../../session'
import { homePage } from '../../shell/menu'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Menu } from '../../ui/menu'
import { Failure, failureWords, PageHead, Skeleton } from '../../ui/page'
import { Tag } from '../../ui/tag'
import { toast } from '../../ui/toast'
import { WritingNotice } from '../../ui/writing-notice'
import { useWriting } from '../../writing'
import { type LiveCount, useLiveCount } from './live-count'
import { Sample } from './sample'
import './segment.css'

const ONLY_COUNTS = 10 // fewer shops than this have no percentages

/** `/segments/new` begins a fresh one; `?copy=id` from another. */
export function SegmentPage() {
  const { params, query } = useRoute()
  const id = params.id!
  const from = id === 'new' ? query.copy : id
  if (!from) return <Editor key="new" id="new" />
  return <Existing key={from} id={id} from={from} />
}

function Existing({ id, from }: { id: string; from: string }) {
  const { segments: t } = texts()
  const { data, error, reload } = useResource(`segments/${from}`, () => segments.find(from))
  if (!data)
    return error ? <Failure error={error} onRetry={reload} home={homePage('segments')} /> : <Skeleton />
  if (id === 'new')
    return <Editor id="new" start={{ name: t.copyOf(data.name), condition: data.condition }} />
  return <Editor id={id} saved={data} />
}

interface EditorProps {
  id: string
  saved?: Segment
  start?: SegmentInput
}

const fresh: SegmentInput = { name: '', condition: { all: [] } }
const inputOf = ({ name, condition }: Segment): SegmentInput => ({ name, condition })

function Editor({ id, saved, start = fresh }: EditorProps) {
  const { segments: t, common } = texts()
  const { route } = useLocation()
  const writing = useWriting(`trilha.segment.${id}`, saved, start, inputOf)
  const { input, set, stored, changed } = writing
  const [busy, setBusy] = useState(false)
  const [nameError, setNameError] = useState<string>()
  const live = useLiveCount(input.condition)
  const mayWrite = may('author')
  const known = useKnown()

  const save = async (revision = writing.revision) => {
    const name = input.name.trim()
    if (!name) {
      setNameError(t.nameMissing)
      document.getElementById('segment-name')?.focus()
      return
    }
    setBusy(true)
    try {
      const next = { ...input, name }
      const answer = saved ? await segments.save(id, { ...next, revision }) : await segments.create(next)
      writing.accept(answer)
      toast(t.saved)
      if (!saved) route(`/segments/${answer.id}`, true)
    } catch (error) {
      if (!writing.refused(error)) sayFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const erase = async () => {
    try {
      await segments.remove(id)
      writing.discard()
      route('/segments')
      toast(t.deleted(stored.name), {
        icon: 'trash',
        undo: () => segments.create(stored).then((again) => route(`/segments/${again.id}`), sayFailure),
      })
    } catch (error) {
      if (error instanceof ApiError && error.code === 'in_use')
        toast(t.inUse(list((saved?.usedBy ?? []).map(({ name }) => name))), { icon: 'warning' })
      else sayFailure(error)
    }
  }

  const state = changed || !saved ? <Tag>{saved ? t.unsaved : t.fresh}</Tag> : undefined
  return (
    <>
      <PageHead
        title={stored.name || t.create}
        place={{ label: t.title, href: '/segments' }}
        beside={state}
        finding={findingOf(live)}
        actions={
          mayWrite && (
            <>
              {saved && (
                <>
                  <Menu
                    label={common.more}
                    items={[{ value: 'delete', label: t.delete, icon: 'trash', danger: true, run: erase }]}
                  />
                  <Button icon="copy" href={`/segments/new?copy=${id}`}>
                    {common.duplicate}
                  </Button>
                </>
              )}
              <Button kind="primary" onClick={() => save()} busy={busy} disabled={!changed && Boolean(saved)}>
                {t.save}
              </Button>
            </>
          )
        }
      />
      <WritingNotice writing={writing} words={t.conflict} save={save} />
      <div class="segment-body">
        <div class="segment-main">
          {!mayWrite && <p class="segment-note">{t.readOnly}</p>}
          <div class="segment-name">
            <TextField
              id="segment-name"
              label={t.name}
              placeholder={t.namePlaceholder}
              value={input.name}
              maxLength={80}
              error={nameError}
              readOnly={!mayWrite}
              onInput={(name) => {
                setNameError(undefined)
                set((now) => ({ ...now, name }))
              }}
            />
          </div>
          <div class="segment-rules">
            <header>
              <h2>{t.rulesTitle}</h2>
              {live.preview && live.preview.after.length > 0 && (
                <span class="small quiet">
                  {texts().condition.left(
                    common.people(number(live.preview.users.total), live.preview.users.total === 1),
                  )}
                </span>
              )}
            </header>
            <ConditionBuilder
              mode="segment"
              known={known}
              label={t.rulesTitle}
              value={input.condition}
              disabled={!mayWrite}
              after={live.preview?.after}
              total={live.preview?.users.total}
              estimatedFrom={live.preview?.estimatedFrom}
              onChange={(condition) => set((now) => ({ ...now, condition }))}
            />
          </div>
          {live.preview && <Sample condition={input.condition} sample={live.preview.sample} />}
        </div>
        <aside class="segment-aside">
          <Now live={live} />
          {live.preview?.places && (
            <Places places={live.preview.places} estimatedFrom={live.preview.estimatedFrom} />
          )}
          <UsedByPanel usedBy={saved?.usedBy ?? []} />
        </aside>
      </div>
    </>
  )
}

function sayFailure(error: unknown) {
  const words = failureWords(error instanceof ApiError ? error.code : 'internal')
  toast(`${words.title}. ${words.detail}`, { icon: 'warning' })
}

function findingOf({ preview }: LiveCount): string {
  const { segments, common } = texts()
  const { finding } = segments
  if (!preview) return finding.counting
  const { users, accounts, estimatedFrom } = preview
  if (!users.matched)
    return estimatedFrom === undefined ? finding.nobody : finding.nobodyOf(number(estimatedFrom))
  const people = common.people(counted(users.matched, preview), users.matched === 1)
  const shops = counted(accounts.matched, preview)
  if (accounts.total < ONLY_COUNTS) return finding.counts(shops, number(accounts.total), people)
  const share = percent(accounts.matched / accounts.total)
  return finding.holds(common.shops(shops, accounts.matched === 1), people, share)
}

function Now({ live: { preview, counting, error } }: { live: LiveCount }) {
  const { segments: t } = texts()
  return (
    <section aria-live="polite" aria-busy={counting}>
      <header>
        <h2>{t.now}</h2>
        <span class={`segment-live${counting ? ' segment-counting' : ''}`}>
          {counting ? t.counting : t.live}
        </span>
      </header>
      {preview && <Figures {...preview} />}
      {error && <p class="segment-failed">{t.previewFailed}</p>}
    </section>
  )
}

function Figures(preview: SegmentPreview) {
  const { accounts, users, estimatedFrom } = preview
  const { segments: t } = texts()
  const share = accounts.total ? accounts.matched / accounts.total : 0
  return (
    <>
      <p class="segment-figure">
        <b>{counted(accounts.matched, preview)}</b>{' '}
        {accounts.total < ONLY_COUNTS ? t.shopsOfFew(number(accounts.total)) : t.shopsOf(percent(share))}
      </p>
      <p class="segment-people">{t.peopleOf(counted(users.matched, preview), number(users.total))}</p>
      <ShareBar share={share} />
      {estimatedFrom !== undefined && (
        <p class="segment-estimate">{t.estimated(number(estimatedFrom), number(users.total))}</p>
      )}
    </>
  )
}

function Places({
  places,
  estimatedFrom,
}: Pick<SegmentPreview, 'estimatedFrom'> & { places: NonNullable<SegmentPreview['places']> }) {
  const { segments: t } = texts()
  const most = Math.max(1, ...places.map(({ accounts }) => accounts))
  if (!places.length) return null
  return (
    <section>
      <h2>{t.where}</h2>
      <ul class="segment-places">
        {places.map(({ value, accounts }) => (
          <li key={value}>
            <span>{value || t.others}</span>
            <ShareBar share={accounts / most} muted={!value} />
            <span class="figure">{counted(accounts, { estimatedFrom })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function UsedByPanel({ usedBy }: { usedBy: Segment['usedBy'] }) {
  const { segments: t } = texts()
  const all = useResource('segments', segments.list).data ?? []
  return (
    <section>
      <h2>{t.usedBy}</h2>
      {usedBy.length === 0 && <p class="quiet">{t.notUsed}</p>}
      <ul class="segment-used">
        {usedBy.map(({ id, name }) => {
          const isSegment = all.some((segment) => segment.id === id)
          return (
            <li key={id}>
              <Icon name={isSegment ? 'users' : 'tour'} />
              <a href={isSegment ? `/segments/${id}` : `/contents/${id}`}>{name}</a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
