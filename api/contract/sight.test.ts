import { expect, test } from 'vitest'
import { maskPath } from './sight'

test('a path says the page, not whose it is', () => {
  expect(maskPath('/venda/pagamento')).toBe('/venda/pagamento')
  expect(maskPath('/clientes/12345678909/editar')).toBe('/clientes/*/editar')
  expect(maskPath('/nota/NFe3526')).toBe('/nota/*')
  expect(maskPath('/conta/ana@loja.com.br')).toBe('/conta/*')
  expect(maskPath('/perfil/Maria%20Souza')).toBe('/perfil/*')
})
