// Drawings come from outside these screens and keep their one class.
const SHARED = new Set(['icon', 'qr'])

/**
 * Class names that change at every load, as tools that generate CSS make them: three screens use this,
 * because guides have to find their way on such pages too.
 */
export function unstable(css: string): (names: string) => string {
  const known = new Map<string, string>()
  const salt = Math.random().toString(36).slice(2)
  const rename = (name: string) => {
    if (SHARED.has(name)) return name
    const fresh = known.get(name) ?? `css-${hash(name + salt)}`
    known.set(name, fresh)
    return fresh
  }
  const style = document.createElement('style')
  // A dot before a letter is a class here; decimals in values have digits after theirs.
  style.textContent = css.replace(/\.([a-z][\w-]*)(?=[^{}]*\{)/gi, (_, name: string) => `.${rename(name)}`)
  document.head.append(style)
  return (names) =>
    names
      .split(/\s+/)
      .filter(Boolean)
      .map((name) => rename(name))
      .join(' ')
}

function hash(text: string): string {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  return (state >>> 0).toString(36).padStart(7, '0').slice(0, 7)
}
