import { expect, test } from 'vitest'
import { fill, localise } from './localise'

const texts = { 'pt-BR': 'Abra o caixa', en: 'Open the till', 'es-MX': 'Abre la caja' }

test.each([
  ['pt-BR', 'Abra o caixa'],
  ['pt', 'Abra o caixa'],
  ['en-GB', 'Open the till'],
  ['es-AR', 'Abre la caja'],
  ['fr', 'Abra o caixa'],
])('%s reads the nearest text', (locale, expected) => expect(localise(texts, locale)).toBe(expected))

test.each([
  ['Olá, {{pessoa.nome|você}}', 'Olá, Maria'],
  ['Olá, {{pessoa.apelido|você}}', 'Olá, você'],
  ['Olá{{pessoa.apelido}}', 'Olá'],
  ['Em {{ desde.primeiro_login | pouco tempo}}', 'Em  pouco tempo'],
])('%s never shows a raw variable', (text, expected) =>
  expect(fill(text, (name) => ({ 'pessoa.nome': 'Maria' })[name])).toBe(expected),
)
