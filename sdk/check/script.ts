/** Put here by the build; running from the sources it is bundled on the spot. */
declare const __PAGE_SCRIPT__: string

/** The code of `page.ts` for a browser, as text that defines `trilhaCheck`. */
export const pageScript = async (): Promise<string> =>
  typeof __PAGE_SCRIPT__ === 'string' ? __PAGE_SCRIPT__ : (await import('./bundle')).bundlePage()
