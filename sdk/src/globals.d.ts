/** Put in by the build, from package.json. */
declare const __TRILHA_VERSION__: string
