/** The word that the console leaves behind `#`; the same as `MARK` of the contract, which no script may import. */
export const MARK = 'trilha-editor'
