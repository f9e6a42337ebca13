import type { Run } from '#contract/block'

// The bridge between a text that is written in place and the runs it is stored as. Nothing but words gets through:
// no pasted formats, no line breaks, no pictures.

const PLAIN = ['formatBold', 'formatItalic', 'insertParagraph', 'insertLineBreak']
const NEVER = [
  'insertParagraph',
  'insertLineBreak',
  'formatUnderline',
  'formatStrikeThrough',
  'insertFromDrop',
]

/** Lets only words in; `plain` also keeps bold and italic out. */
export function keepToWords(text: HTMLElement, plain: boolean) {
  text.addEventListener('beforeinput', (event) => {
    const { inputType } = event
    if (inputType === 'insertFromPaste') {
      event.preventDefault()
      insertWords(event.dataTransfer?.getData('text/plain') ?? event.data ?? '')
    } else if (NEVER.includes(inputType) || (plain && PLAIN.includes(inputType))) event.preventDefault()
  })
}

export const insertWords = (words: string) =>
  document.execCommand('insertText', false, words.replace(/\s+/g, ' '))

export const writeWords = (text: HTMLElement, words: string) => {
  if (text.textContent !== words) text.textContent = words
}

/** Draws runs as elements that a browser's own bold and italic understand. */
export function writeRuns(text: HTMLElement, runs: Run[]) {
  if (JSON.stringify(readRuns(text)) === JSON.stringify(runs)) return
  text.replaceChildren(
    ...runs.map(({ text: words, strong, emphasis }) => {
      let node: Node = document.createTextNode(words)
      for (const tag of [emphasis && 'em', strong && 'strong'])
        if (tag) {
          const around = document.createElement(tag)
          around.appendChild(node)
          node = around
        }
      return node
    }),
  )
}

/** The words of a text and which of them are strong; always at least one run, so that an emptied text stays a text. */
export function readRuns(text: Node): Run[] {
  const runs: Run[] = []
  const visit = (node: Node, style: Omit<Run, 'text'>) => {
    if (node.nodeType === 3) {
      const words = (node.textContent ?? '').replaceAll('\u00a0', ' ')
      const last = runs.at(-1)
      if (!words) return
      if (last && last.strong === style.strong && last.emphasis === style.emphasis) last.text += words
      else runs.push({ text: words, ...style })
      return
    }
    const tag = (node as Element).localName
    const inner = {
      ...style,
      ...(['b', 'strong'].includes(tag) && { strong: true }),
      ...(['i', 'em'].includes(tag) && { emphasis: true }),
    }
    for (const child of node.childNodes) visit(child, inner)
  }
  visit(text, {})
  return runs.length ? runs : [{ text: '' }]
}
