/** Put in by the build, from package.json. */
declare const __TRILHA_VERSION__: string
/** Put in by the build: whether this one loads further parts on demand. */
declare const __TRILHA_MODERN__: boolean
