import { texts } from '../locales'
import { toast } from './toast'

/** Puts text on the clipboard and says so; on plain-http pages, where browsers refuse, by a selection. */
export async function copy(text: string) {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
    document.execCommand('copy')
    area.remove()
  }
  toast(texts().common.copied, { icon: 'copy' })
}
