import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { texts } from '../locales'
import './figure.css'

interface FigureProps {
  /** Says what is measured, so that the axes need no titles. */
  title: string
  /** Method, test, of what: at the right. */
  aside?: ComponentChildren
  /** Rows of the same figures, the first row their headings. Nothing is in the picture only. */
  table: string[][]
  children: ComponentChildren
  note?: ComponentChildren
}

/** A picture with the table behind it, one press away. Printed, both stand there. */
export function Figure({ title, aside, table, children, note }: FigureProps) {
  const { report } = texts()
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  return (
    <figure class={`figure${asTable ? ' figure-as-table' : ''}`} aria-labelledby={id}>
      <figcaption class="figure-head">
        <h2 id={id}>{title}</h2>
        <span class="figure-aside">{aside}</span>
        <button
          type="button"
          class="figure-switch"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? report.asPicture : report.asTable}
        </button>
      </figcaption>
      <div class="figure-picture">{children}</div>
      <DataTable rows={table} label={title} />
      {note && <p class="figure-note">{note}</p>}
    </figure>
  )
}

function DataTable({ rows: [head, ...rows], label }: { rows: string[][]; label: string }) {
  return (
    <div class="figure-table">
      <table class="table" aria-label={label}>
        <thead>
          <tr>
            {head?.map((name, i) => (
              <th key={name} scope="col" class={i ? 'figure-number' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, i) => (
                // A cell's place is its column.
                <td key={String(i)} class={i ? 'figure-number' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
