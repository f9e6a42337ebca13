// Runs in tills, with every page load: no schema library here.

/** `*` stands for one part of the path, `**` for any rest; a trailing slash makes no difference. */
export function matchesPath(pattern: string, path: string): boolean {
  const wanted = parts(pattern)
  const given = parts(path)
  for (let i = 0; i < wanted.length; i++) {
    if (wanted[i] === '**') return true
    if (i >= given.length || (wanted[i] !== '*' && wanted[i] !== given[i])) return false
  }
  return wanted.length === given.length
}

const parts = (path: string) => path.split('/').filter(Boolean)
