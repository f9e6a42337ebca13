/** What the host's code grants. Nothing of it can be set from the console. */
export interface Options {
  /** Origin of the API: `https://trilha.example`. */
  api: string
  /** BCP 47; the page's own language unless told. */
  locale?: string
  /** `false`: nothing is read, kept or sent before `consent(true)`. */
  consent?: boolean
  /** Origins a link or task may lead to, beside the host's own. */
  origins?: string[]
  /** Hosts images may come from, beside the host's own and the API's. */
  mediaHosts?: string[]
  /** Functions a checklist may call by name. */
  actions?: Record<string, () => void>
  /** The host's router; without it the address is assigned. */
  navigate?: (path: string) => void
  /** For style elements under a strict Content-Security-Policy. */
  nonce?: string
  /** The host's own version, shown with elements that were not found; `<meta name="trilha-release">` unless told. */
  release?: string
}
