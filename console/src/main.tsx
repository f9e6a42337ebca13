import '@fontsource-variable/inter/opsz.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import './styles/touch.css'
import './theme'
import { render } from 'preact'
import { App } from './app'
import { startSession } from './session'

startSession()
render(<App />, document.getElementById('app')!)
