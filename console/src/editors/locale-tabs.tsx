import { texts } from '../locales'
import { Segmented } from '../ui/tabs'
import { textLocales, useEditing } from './editing'

/** Which language is written and shown on the device. */
export function LocaleTabs({ wide = true }: { wide?: boolean }) {
  const { editor, common } = texts()
  const { textLocale, setTextLocale } = useEditing()
  return (
    <Segmented
      wide={wide}
      label={editor.language}
      value={textLocale}
      options={textLocales.map((value) => ({ value, label: wide ? common.locales[value] : value }))}
      onChange={setTextLocale}
    />
  )
}
