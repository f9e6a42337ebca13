import type { ComponentChildren } from 'preact'

export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="section">
      <h3>{title}</h3>
      {children}
    </div>
  )
}
