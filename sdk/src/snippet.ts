// Inlined into the host's page by the build: takes calls until the script itself has arrived.

interface Waiting {
  q: Array<[name: string, args: IArguments | unknown[], stop?: () => void]>
  [name: string]: unknown
}

;((page: { trilha?: Waiting }) => {
  // An element with the id "trilha" would be found under this name too, but has no such function.
  if (page.trilha && typeof page.trilha.init === 'function') return
  const waiting: Waiting = { q: [] }
  for (const name of 'init identify update updateAccount setLocale track page busy free show hide on why consent debug reset'.split(
    ' ',
  ))
    waiting[name] = (...args: unknown[]) => {
      const call: Waiting['q'][0] = [name, args]
      waiting.q.push(call)
      // `on` answers with what stops it, whether or not the script has come meanwhile.
      return () => {
        if (call[2]) call[2]()
        else call[0] = ''
      }
    }
  page.trilha = waiting
  ;(waiting.init as (key: string, options: object) => void)('__TRILHA_KEY__', { api: '__TRILHA_ORIGIN__' })
})(window as unknown as { trilha?: Waiting })
