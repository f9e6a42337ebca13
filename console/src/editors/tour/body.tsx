import type { Block } from '#contract/block'
import { say } from '../../../../sdk/src/editor/draft/draft'
import { toMarked, toRuns } from '../../../../sdk/src/editor/draft/marked-text'
import { texts } from '../../locales'
import { TextArea } from '../../ui/field'
import { useEditing } from '../editing'
import { RunsField } from '../text-field'

interface BodyProps {
  value: Block[]
  onChange: (body: Block[]) => void
  path: string
}

/** The card's words: texts and lists. An image that is there is kept as it is. */
export function Body({ value, onChange, path }: BodyProps) {
  const { editor } = texts()
  const { textLocale, isReadOnly } = useEditing()
  const replace = (index: number, block: Block) =>
    onChange(value.map((other, i) => (i === index ? block : other)))
  const blocks: Block[] = value.length ? value : [{ kind: 'text', runs: { 'pt-BR': [{ text: '' }] } }]
  return (
    <div class="body-blocks" data-path={path}>
      {blocks.map((block, i) => {
        const key = String(i) // Blocks have no identity but their place.
        if (block.kind === 'text')
          return (
            <RunsField
              key={key}
              label={editor.body}
              value={block.runs}
              onChange={(runs) =>
                value.length ? replace(i, { ...block, runs }) : onChange([{ ...block, runs }])
              }
            />
          )
        if (block.kind === 'image')
          return (
            <p key={key} class="section-fact">
              {editor.otherBlock.image}: {block.alt[textLocale] ?? block.alt['pt-BR']}
            </p>
          )
        const items = block.items[textLocale] ?? []
        return (
          <TextArea
            key={key}
            label={editor.otherBlock.list}
            value={items.map(toMarked).join('\n')}
            readOnly={isReadOnly}
            help={editor.items}
            onInput={(text) =>
              replace(i, {
                ...block,
                items: say(block.items, textLocale, text.split('\n').map(toRuns), !text),
              })
            }
          />
        )
      })}
    </div>
  )
}
