export function ContentsPage() {
  return null
}
