import { createHmac, timingSafeEqual } from 'node:crypto'

/** A till that was switched off for a year still delivers what it holds. */
const GRANT_DAYS = 400
const DAY_MS = 24 * 60 * 60 * 1000

/** Who was at which device. `signed`: a token of the host's back end proved it. */
export interface Bearer {
  environment: string
  user: string
  account: string
  device: string
}

/** Proves later, when token and shift have ended, that this person was at this device: `signed.issued.mac`. */
export function issueGrant(secret: string, bearer: Bearer, signed: boolean, now: number): string {
  const issued = Math.floor(now / 1000).toString(36)
  return `${signed ? 's' : 'o'}.${issued}.${mac(secret, bearer, signed, issued)}`
}

/** Whether the grant was issued to this bearer, and if so whether it rests on a token. Undefined: it proves nothing. */
export function readGrant(
  secret: string,
  bearer: Bearer,
  grant: string,
  now: number,
): { signed: boolean } | undefined {
  const [kind, issued, given] = grant.split('.')
  if ((kind !== 's' && kind !== 'o') || !issued || !given) return undefined
  const signed = kind === 's'
  const wanted = Buffer.from(mac(secret, bearer, signed, issued))
  const found = Buffer.from(given)
  if (wanted.length !== found.length || !timingSafeEqual(wanted, found)) return undefined
  return now - Number.parseInt(issued, 36) * 1000 <= GRANT_DAYS * DAY_MS ? { signed } : undefined
}

const mac = (
  secret: string,
  { environment, user, account, device }: Bearer,
  signed: boolean,
  issued: string,
) =>
  createHmac('sha256', secret)
    .update(JSON.stringify([environment, user, account, device, signed, issued]))
    .digest('base64url')
    .slice(0, 32)
