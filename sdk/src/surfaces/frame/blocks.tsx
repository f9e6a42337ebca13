import type { Block, Run } from '#contract/block'
import { fill, localise } from '#contract/localise'
import type { SurfaceContext } from '../surface'
import { Icon } from './drawings'

export type Reader = Pick<SurfaceContext, 'lookup' | 'mayLoad'> & { locale: string }

const runs = (list: Run[], { lookup }: Reader) =>
  list.map(({ text, strong, emphasis }) => {
    const words = fill(text, lookup)
    const leaning = emphasis ? <em>{words}</em> : words
    return strong ? <strong>{leaning}</strong> : leaning
  })

/** Draws a content's block tree: elements and text nodes only, images only from where the host allows. */
export function Blocks({ blocks, reader, medal }: { blocks: Block[]; reader: Reader; medal?: boolean }) {
  return <>{blocks.map((block) => draw(block, reader, medal))}</>
}

function draw(block: Block, reader: Reader, medal?: boolean) {
  switch (block.kind) {
    case 'text': {
      const list = localise(block.runs, reader.locale)
      // On a success card a line that is all strong is the distinction won.
      const won = medal && list.every(({ strong }) => strong)
      return (
        <p class={won ? 'all' : undefined}>
          {won && <Icon name="medal" />}
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
