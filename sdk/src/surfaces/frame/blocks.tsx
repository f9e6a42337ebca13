import type { ComponentChildren } from 'preact'
import type { Block, Run } from '#contract/block'
import { fill, localise } from '#contract/localise'
import type { SurfaceContext } from '../surface'

export type Reader = Pick<SurfaceContext, 'lookup' | 'mayLoad'> & { locale: string }

const runs = (list: Run[], { lookup }: Reader) =>
  list.map(({ text, strong, emphasis }) => {
    const words = fill(text, lookup)
    const leaning = emphasis ? <em>{words}</em> : words
    return strong ? <strong>{leaning}</strong> : leaning
  })

export interface BlocksProps {
  blocks: Block[]
  reader: Reader
  /** Drawn before a line that is all strong: the distinction won. */
  medal?: ComponentChildren
}

/** Draws a content's block tree: elements and text nodes only, images only from where the host allows. */
export function Blocks({ blocks, reader, medal }: BlocksProps) {
  return <>{blocks.map((block) => draw(block, reader, medal))}</>
}

function draw(block: Block, reader: Reader, medal?: ComponentChildren) {
  switch (block.kind) {
    case 'text': {
      const list = localise(block.runs, reader.locale)
      const won = medal && list.every(({ strong }) => strong)
      return (
        <p class={won ? 'all' : undefined}>
          {won && medal}
          {runs(list, reader)}
        </p>
      )
    }
    case 'list': {
      const items = localise(block.items, reader.locale).map((item) => <li>{runs(item, reader)}</li>)
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'image': {
      if (!/^https?:/.test(block.url) || !reader.mayLoad(block.url)) return null
      const { url, alt, width, height } = block
      return <img src={url} alt={localise(alt, reader.locale)} width={width} height={height} />
    }
  }
}
