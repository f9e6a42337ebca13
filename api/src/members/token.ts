import { createHash, randomBytes } from 'node:crypto'

/** The secret in an invitation's link. Only its hash is kept, so who reads the database cannot accept for others. */
export const newToken = () => randomBytes(32).toString('base64url')
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')
