import { Fragment } from 'preact'

/** A sentence of our own in which `**words**` stand out. Never for text that somebody else wrote. */
export function Rich({ text }: { text: string }) {
  return (
    <>
      {text.split('**').map((part, i) =>
        // Odd parts stood between two marks. The order of a sentence's parts is their identity.
        i % 2 ? <b key={`${i}${part}`}>{part}</b> : <Fragment key={`${i}${part}`}>{part}</Fragment>,
      )}
    </>
  )
}
