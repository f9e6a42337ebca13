/**
 * The one place that talks to the guide's script. The page's head holds a queue named `trilha`;
 * when the script never loads, or throws, the till does not notice.
 */

export type Flat = Record<string, string | number | boolean>

interface Guide {
  identify(
    userId: string,
    more: { token?: string; traits?: Flat; account?: { id: string; traits?: Flat } },
  ): void
  updateAccount(traits: Flat): void
  track(event: string, properties?: Flat): void
  busy(reason: string, options?: { ttlMs: number }): void
  free(reason: string): void
  setLocale(locale: string): void
  reset(): void
}

declare global {
  interface Window {
    trilha?: Partial<Guide>
  }
}

function call<Name extends keyof Guide>(name: Name, ...given: Parameters<Guide[Name]>): void {
  try {
    const guide = window.trilha as
      | Record<Name, ((...given: Parameters<Guide[Name]>) => void) | undefined>
      | undefined
    guide?.[name]?.(...given)
  } catch {
    // A guide must never stop a sale.
  }
}

// Longer than any queue at the counter; a sale left open overnight frees the guide by itself.
const SALE_TTL_MS = 10 * 60_000

export const trilha = {
  identify: (userId: string, more: Parameters<Guide['identify']>[1]) => call('identify', userId, more),
  updateAccount: (traits: Flat) => call('updateAccount', traits),
  /** Event names are the contract with Customer Success; properties hold no amount, name or tax id. */
  track: (event: string, properties?: Flat) => call('track', event, properties),
  saleStarts: () => call('busy', 'venda', { ttlMs: SALE_TTL_MS }),
  saleEnds: () => call('free', 'venda'),
  setLocale: (locale: string) => call('setLocale', locale),
  reset: () => call('reset'),
}
