import { html } from 'lit'
import { CircleCheck, Download, FileSpreadsheet, TriangleAlert } from 'lucide'
import { t } from '../locales/index.ts'
import { download } from '../parts/download.ts'
import { icon } from '../parts/icon.ts'
import { say } from '../parts/toast.ts'
import { go } from '../router.ts'
import { money } from '../rules/money.ts'
import { get } from '../state/store.ts'
import { importProducts } from './acts.ts'
import { type CsvResult, parseProducts } from './csv.ts'

type Names = (names: string) => string

const TEMPLATE =
  'nome;codigo;preco;unidade;estoque;ncm\nArroz 1 kg;7891234500994;6,49;un;20;10063021\nMaçã kg;;9,90;kg;12,5;08081000\n'
const SHOWN = 8

/** Bringing products in from a sheet: good lines enter, each bad one says what to change. */
export class ProductImport {
  #result: CsvResult | null = null

  constructor(private readonly again: () => void) {}

  draw(c: Names) {
    const drop = (event: DragEvent) => {
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file) void this.#read(file)
    }
    return html`<div class=${c('form-page')}>${
      this.#result
        ? this.#outcome(c, this.#result)
        : html`<div class=${c('card drop')} @dragover=${(event: Event) => event.preventDefault()} @drop=${drop}>${icon(FileSpreadsheet, 56, 1.6)}<p>${t.products.importText}</p>
          <div class=${c('drop-acts')}><label class=${c('btn fill')}>${t.products.chooseFile}<input class=${c('hidden-file')} type="file" accept=".csv,text/csv,text/plain" data-guia="arquivo-csv" @change=${this.#chosen} /></label>
          <button class=${c('btn')} data-guia="baixar-modelo" @click=${() => download('modelo-produtos.csv', `\uFEFF${TEMPLATE}`, 'text/csv')}>${icon(Download, 22)}${t.products.example}</button></div><small class=${c('hint')}>${t.products.dropFile}</small></div>
        <footer class=${c('form-foot')}><a class=${c('btn tall')} href="/produtos">${t.common.back}</a></footer>`
    }</div>`
  }

  forget(): void {
    this.#result = null
  }

  #outcome(c: Names, result: CsvResult) {
    const retry = html`<label class=${c('btn tall')}>${t.products.otherFile}<input class=${c('hidden-file')} type="file" accept=".csv,text/csv,text/plain" data-guia="arquivo-csv" @change=${this.#chosen} /></label>`
    if ('missing' in result || (!result.rows.length && !result.errors.length)) {
      return html`<div class=${c('card drop bad')} role="alert">${icon(TriangleAlert, 48)}<p>${'missing' in result ? t.products.missing(result.missing) : t.products.noRows}</p></div><footer class=${c('form-foot')}>${retry}</footer>`
    }
    const { rows, errors } = result
    return html`<div class=${c('outcome')}>
        ${errors.length ? html`<section class=${c('card report')} data-guia="erros-csv"><h2>${icon(TriangleAlert, 24)}${t.products.badRows(errors.length)}</h2><ul>${errors.map(({ line, problem, value }) => html`<li><strong>${t.products.line(line)}</strong><span>${t.products.problem[problem](value)}</span></li>`)}</ul></section>` : ''}
        <section class=${c('card report good')} data-guia="prontos-csv"><h2>${icon(CircleCheck, 24)}${t.products.readyRows(rows.length)}</h2><ul>${rows.slice(0, SHOWN).map(({ name, priceCents }) => html`<li><span>${name}</span><strong>${money(priceCents)}</strong></li>`)}${rows.length > SHOWN ? html`<li><span>+ ${rows.length - SHOWN}</span></li>` : ''}</ul></section></div>
      <footer class=${c('form-foot')}>${retry}<button class=${c('btn main')} data-guia="confirmar-importacao" data-trilha-avoid ?disabled=${!rows.length} @click=${() => this.#import()}>${t.products.importRows(rows.length)}</button></footer>`
  }

  #chosen = (event: Event) => {
    const file = (event.target as HTMLInputElement).files?.[0]
    if (file) void this.#read(file)
  }

  async #read(file: File): Promise<void> {
    const known = get('products').flatMap(({ barcode }) => barcode ?? [])
    this.#result = parseProducts(await readText(file), known)
    this.again()
  }

  #import(): void {
    if (!this.#result || 'missing' in this.#result) return
    const { rows, errors } = this.#result
    importProducts(rows, errors)
    say(t.products.imported(rows.length))
    go('/produtos')
  }
}

/** Sheets saved in Brazil are often Windows-1252: when UTF-8 does not fit, it was that. */
async function readText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
