/**
 * PostgreSQL keeps neither NUL nor half a surrogate pair in text or JSON; one such letter would fail the whole batch.
 * Looks at text as it is and as JSON escapes it.
 */
export const isStorable = (text: string) =>
  !/[\0\ud800-\udfff]/u.test(text) && !/\\u(?:0000|d[89a-f])/i.test(text)
