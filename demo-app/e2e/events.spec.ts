import { mercearia } from '../seed/mercearia'
import { expect, test } from './counter'

// Domain 4.1: what Customer Success counts on. Each event comes when the thing happens, and never again for it.

const [rice] = mercearia.products

test('people: a sign-in, a switch, a new operator and a till that locked itself', async ({
  page,
  counter,
}) => {
  await page.clock.install()
  await counter.opensShop()
  await counter.signsIn('lurdes-maria', '1234')
  expect(await counter.hears('login')).toEqual({ papel: 'dono' })
  await counter.mark('menu-operador').click()
  await counter.mark('trocar-operador').click()
  await counter.signsIn('lurdes-tiago', '4567')
  expect(await counter.hears('troca_operador')).toEqual({ papel: 'gerente' })
  expect(await counter.times('login')).toBe(1)

  await counter.mark('menu-operador').click()
  await counter.mark('nav-operadores').click()
  await counter.mark('novo-operador').click()
  await counter.mark('operador-nome').fill('Ana Dias')
  await counter.mark('operador-pin').fill('8642')
  await counter.mark('salvar-operador').click()
  expect(await counter.hears('operador_criado')).toEqual({ papel: 'caixa' })

  await page.clock.fastForward('31:00')
  await expect(page.getByText('O caixa ficou parado.')).toBeVisible()
  expect(await counter.hears('sessao_expirada')).toEqual({})
})

test('an order: paid, sent a day later by itself, and received', async ({ page, counter }) => {
  await page.goto(`${counter.url}/?bar=1`)
  await counter.mark('loja-flor-de-chita').click()
  await counter.signsIn('chita-clara', '1234')
  await counter.mark('menu-operador').click()
  await counter.mark('nav-pedido').click()
  await counter.mark('pagar-kit').click()
  await counter.hears('pedido_pago')
  expect(await counter.times('pedido_enviado')).toBe(0)
  await page.getByLabel('Relógio').selectOption('72')
  await page.reload()
  await counter.hears('pedido_enviado')
  await counter.mark('recebi-kit').click()
  await counter.hears('kit_entregue')
})

test('a shop gets ready: its data, certificate, CSC, test note, printer, drawer and a copy', async ({
  page,
  counter,
}) => {
  await page.goto(`${counter.url}/?bar=1`)
  await counter.mark('loja-flor-de-chita').click()
  await counter.signsIn('chita-clara', '1234')
  await counter.mark('menu-operador').click()
  await counter.mark('nav-configuracoes').click()
  await counter.mark('salvar-loja').click()
  await counter.hears('loja_dados_salvos')
  await counter.mark('baixar-copia').click()
  await counter.hears('backup_ok')

  await counter.mark('config-fiscal').click()
  await counter.mark('certificado-exemplo').click()
  await counter.mark('senha-certificado').fill('segredo')
  await counter.mark('instalar-certificado').click()
  await counter.hears('certificado_instalado')
  await counter.mark('csc-id').fill('000001')
  await counter.mark('csc-codigo').fill('A1B2C3D4E5F60718')
  await counter.mark('salvar-csc').click()
  await counter.hears('csc_configurado')
  await counter.mark('nota-teste').click()
  await counter.hears('nfce_homologacao_ok')

  await counter.mark('config-impressora').click()
  await page.getByRole('button', { name: 'impressora', exact: true }).click()
  await counter.mark('testar-impressora').click()
  await counter.hears('impressora_erro')
  expect(await counter.times('impressora_teste_ok')).toBe(0)
  await page.getByRole('button', { name: 'impressora falha' }).click()
  await counter.mark('testar-impressora').click()
  await counter.hears('impressora_teste_ok')
  await counter.mark('abrir-gaveta').click()
  await counter.hears('gaveta_aberta')
})

test('goods: a new product, a sheet, another price, and what stock is told', async ({ page, counter }) => {
  await counter.opensShop()
  await counter.signsIn('lurdes-maria', '1234')
  await counter.mark('nav-produtos').click()
  await counter.mark('novo-produto').click()
  await counter.mark('produto-nome').fill('Rapadura 200 g')
  await counter.mark('produto-preco').fill('450')
  await counter.mark('salvar-produto').click()
  expect(await counter.hears('produto_criado')).toEqual({ unidade: 'un', com_codigo: false, com_ncm: false })

  await counter.mark('importar-csv').click()
  await counter.mark('arquivo-csv').setInputFiles({
    name: 'produtos.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('nome;preco\nGoiabada;7,90\nQueijo coalho;;\n'),
  })
  await counter.mark('confirmar-importacao').click()
  expect(await counter.hears('produtos_importados')).toEqual({ quantidade: 1, erros: 1 })
  expect(await counter.times('produto_criado')).toBe(2)

  await page.getByRole('row', { name: /Rapadura/ }).click()
  await counter.mark('produto-preco').fill('500')
  await counter.mark('salvar-produto').click()
  await counter.hears('preco_alterado')

  await counter.mark('nav-estoque').click()
  await counter.hears('alerta_estoque_visto')
  for (const [act, event] of [
    ['entry', 'entrada_nota'],
    ['count', 'inventario_feito'],
    ['minimum', 'estoque_minimo_definido'],
  ] as const) {
    await counter.mark(`estoque-${act}`).click()
    await expect(page.getByRole('dialog')).toBeFocused()
    await page.keyboard.type('12')
    await counter.mark('salvar-estoque').click()
    await counter.hears(event)
  }
})

test('a sale: the drawer, scanner and scale, discount, CPF, cash, its note and its end', async ({
  page,
  counter,
}) => {
  await counter.startsTheDay()
  expect(await counter.hears('caixa_aberto')).toEqual({ faixa_troco: '100-200' })
  await counter.mark('nav-venda').click()
  await expect(counter.mark('busca-produto')).toBeFocused()
  await counter.scans(rice!.barcode!)
  await counter.hears('venda_iniciada')
  await counter.hears('codigo_barras_lido')
  await counter.hears('leitor_ok')
  expect(await counter.hears('item_adicionado')).toEqual({ origem: 'codigo' })
  await counter.adds('Banana-prata kg')
  await counter.mark('ler-balanca').click()
  await counter.mark('confirmar-peso').click()
  await counter.hears('balanca_ok')
  await counter.mark('desconto').click()
  await page.getByRole('button', { name: '10 %' }).click()
  await counter.mark('confirmar-desconto').click()
  expect(await counter.hears('desconto')).toEqual({ tipo: 'percentual' })
  await counter.mark('cpf-na-nota').click()
  await expect(counter.mark('cpf')).toBeFocused()
  await page.keyboard.type('52998224725')
  await counter.mark('confirmar-cpf').click()
  expect(await counter.hears('cpf_na_nota')).toEqual({ informado: true })
  await counter.paysInCash()
  expect(await counter.hears('pagamento')).toEqual({ forma: 'dinheiro' })
  expect(await counter.hears('venda_concluida')).toEqual({ forma: 'dinheiro', itens: 2, faixa: '20-50' })
  await counter.hears('gaveta_aberta')
  await counter.mark('emitir-nfce').click()
  await counter.hears('nfce_autorizada')
  await counter.mark('cancelar-nota').click()
  await counter.mark('confirmar-cancelar-nota').click()
  await counter.hears('nfce_cancelada')

  await counter.mark('nova-venda').click()
  await counter.adds('Arroz 5 kg')
  await counter.mark('cancelar-venda').click()
  await counter.mark('confirmar-cancelamento').click()
  await counter.hears('venda_cancelada')
  expect(await counter.times('venda_iniciada')).toBe(2)
  expect(await counter.times('leitor_ok')).toBe(1)

  await counter.mark('nav-caixa').click()
  await counter.mark('sangria').click()
  await expect(counter.mark('valor-movimento')).toBeFocused()
  await page.keyboard.type('6000')
  await counter.mark('confirmar-movimento').click()
  expect(await counter.hears('sangria')).toEqual({ faixa: '50-100' })
  await counter.mark('suprimento').click()
  await expect(counter.mark('valor-movimento')).toBeFocused()
  await page.keyboard.type('1000')
  await counter.mark('confirmar-movimento').click()
  expect(await counter.hears('suprimento')).toEqual({ faixa: '0-20' })
  await counter.mark('fechar-caixa').click()
  await counter.mark('cedulas-50').fill('1')
  await counter.mark('conferir').click()
  await counter.hears('fechamento_cego')
  await counter.mark('contar-de-novo').click()
  await counter.mark('conferir').click()
  expect(await counter.times('fechamento_cego')).toBe(1)
  await counter.mark('confirmar-fechamento').click()
  expect(await counter.hears('caixa_fechado')).toEqual({ diferenca: 0 })
})

test('ways to pay and what the tax office answers: Pix, a card refused and taken, rejected, without internet', async ({
  page,
  counter,
}) => {
  await page.goto(`${counter.url}/?bar=1`)
  await counter.mark('loja-dona-lurdes').click()
  await counter.signsIn('lurdes-maria', '1234')
  await counter.mark('nav-caixa').click()
  await counter.opensTheDrawer()
  await counter.mark('nav-venda').click()

  await counter.adds('Café 500 g')
  await counter.mark('finalizar').click()
  await counter.mark('pagamento-pix').click()
  await counter.hears('pix_qr_gerado')
  await counter.hears('pix_confirmado')
  expect(await counter.hears('pagamento')).toEqual({ forma: 'pix' })
  await counter.mark('emitir-nfce').click()
  expect(await counter.hears('nfce_rejeitada')).toEqual({ codigo: '778' })
  await counter.mark('corrigir-enviar').click()
  await counter.hears('nfce_autorizada')

  for (const [kind, way] of [
    ['debito', 'Débito'],
    ['vale', 'Vale'],
  ] as const) {
    await counter.mark('nova-venda').click()
    await counter.adds('Arroz 5 kg')
    await counter.mark('finalizar').click()
    await counter.mark('pagamento-cartao').click()
    await counter.mark(`cartao-${kind}`).click()
    const reader = page.frameLocator('[data-guia="maquininha"]')
    await expect(reader.getByText(way)).toBeVisible()
    if (kind === 'debito') {
      await reader.locator('[data-guia="tef-negar"]').click()
      await counter.hears('tef_negado')
      await page.getByRole('button', { name: 'Tentar de novo' }).click()
    }
    await reader.locator('[data-guia="tef-aprovar"]').click()
    await counter.hears('tef_ok')
    await counter.mark('emitir-nfce').click()
    expect(await counter.hears('pagamento')).toEqual({ forma: kind })
    await expect(page.getByText('Nota autorizada')).toBeVisible()
  }

  await page.getByRole('button', { name: 'internet' }).click()
  await counter.hears('offline_inicio')
  await counter.mark('nova-venda').click()
  await counter.adds('Arroz 5 kg')
  await counter.mark('finalizar').click()
  await expect(counter.mark('pagamento-pix')).toBeDisabled()
  await expect(counter.mark('pagamento-cartao')).toBeDisabled()
  await page.getByRole('button', { name: 'Valor certo' }).click()
  await counter.mark('confirmar-pagamento').click()
  await counter.mark('emitir-nfce').click()
  await counter.hears('nfce_contingencia')
  expect(await counter.times('nfce_autorizada')).toBe(3)
  await page.getByRole('button', { name: 'sem internet' }).click()
  expect(await counter.hears('offline_fim')).toEqual({ min: 0 })
  await expect(page.getByText('Nota autorizada')).toBeVisible()
  expect(await counter.times('nfce_autorizada')).toBe(4)
})

test('the rest of a day: reports, help, an app, asking to cancel, and a note without a certificate', async ({
  page,
  counter,
}) => {
  await page.goto(`${counter.url}/?bar=0`)
  await counter.mark('loja-brasa-viva').click()
  await counter.signsIn('brasa-davi', '1234')
  await counter.mark('nav-relatorios').click()
  expect(await counter.hears('relatorio_aberto')).toEqual({ tipo: 'dia' })
  await counter.mark('relatorio-operadores').click()
  await page.getByRole('button', { name: 'Mês' }).click()
  expect(await counter.hears('relatorio_aberto')).toEqual({ tipo: 'operador' })
  await counter.mark('baixar-relatorio').click()
  expect(await counter.hears('relatorio_exportado')).toEqual({ tipo: 'operador' })
  await counter.mark('nav-ajuda').click()
  await counter.hears('ajuda_aberta')
  await counter.mark('menu-operador').click()
  await counter.mark('nav-plano').click()
  for (const app of ['fluxo_caixa_avancado', 'comanda_mobile']) {
    await counter.mark(`ativar-${app}`).click()
    expect(await counter.hears('app_ativado')).toEqual({ app })
  }
  await counter.mark('cancelar-plano').click()
  await page.getByRole('button', { name: 'Uso pouco' }).click()
  await counter.mark('pedir-cancelamento').click()
  expect(await counter.hears('cancelamento_solicitado')).toHaveProperty('motivo')

  await counter.mark('menu-operador').click()
  await counter.mark('sair').click()
  await counter.mark('trocar-loja').click()
  await counter.mark('loja-flor-de-chita').click()
  await counter.signsIn('chita-clara', '1234')
  await counter.mark('nav-caixa').click()
  await counter.opensTheDrawer()
  await counter.mark('nav-venda').click()
  await counter.adds('Vestido midi chita')
  await counter.paysInCash()
  expect(await counter.hears('erro')).toEqual({ codigo: 'certificado_ausente' })
})
