import { render } from 'preact'
import type { House } from '../stage/house'
import { openApi } from './api'
import { ClosedDoor } from './closed-door'
import { arrive } from './door/door'
import { writeTab } from './door/tab'
import { openLayer } from './layer'
import { textsIn } from './locales'
import { openOverlay } from './overlay'
import { editorCss } from './style'

/** Called by the core where an author comes to write. Resolves when the overlay stands, or when there is none to show. */
export async function start(house: House, apiUrl: string, key: string): Promise<void> {
  const api = openApi(apiUrl)
  const arrival = await arrive(api, key)
  if (arrival.is === 'away') return
  await bodyIsThere()
  const layer = openLayer(editorCss, house.options.nonce)
  // The tool speaks her browser's language; the host's is the cashiers'.
  const t = textsIn(navigator.language)
  if (arrival.is === 'open') return openOverlay({ house, api, key, layer, t, ...arrival })
  const { because, experience } = arrival
  const shut = () => {
    render(null, layer.ground)
    layer.stop()
    writeTab(undefined)
  }
  render(ClosedDoor({ t, because, experience, api, apiKey: key, onClose: shut }), layer.ground)
}

/** The script may be faster than the page. */
const bodyIsThere = () =>
  new Promise<void>((done) => {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => done())
    else done()
  })
