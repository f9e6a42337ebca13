/** A till of our own to measure on: a rail, a grid of articles that scrolls, a sale. About 1,400 elements. */
export const page = `<!doctype html><html lang="pt-BR"><meta charset="utf-8"><title>Caixa</title><link rel="icon" href="data:,"><style>
*{box-sizing:border-box}body{margin:0;height:100vh;display:grid;grid:56px 1fr/180px 1fr 320px;font:15px/1.4 system-ui;background:#f1f5f9;color:#0f172a;overflow:hidden}
header{grid-column:1/-1;display:flex;align-items:center;gap:16px;padding:0 16px;background:#1e293b;color:#fff}
nav{display:grid;align-content:start;gap:4px;padding:12px;background:#fff}nav button{min-height:44px;text-align:left;border:0;border-radius:6px;background:none}
main{overflow:auto;padding:12px;display:grid;grid-template-columns:repeat(4,1fr);gap:10px;align-content:start}
article{padding:10px;border-radius:8px;background:#fff;box-shadow:0 1px 3px #0002}article button{width:100%;min-height:36px}
aside{display:flex;flex-direction:column;padding:12px;background:#fff}ul{flex:1;margin:0;padding:0;overflow:auto;list-style:none}li{display:flex;justify-content:space-between;padding:6px 0}
#receber{min-height:52px;border:0;border-radius:8px;background:#047857;color:#fff}</style>
<header><b>Caixa 2</b><input id="busca" placeholder="Buscar produto"><span id="relogio">08:00</span></header>
<nav>${list(12, (n) => `<button id="menu-${n}"><i></i> <span>Tela ${n}</span></button>`)}</nav>
<main>${list(200, (n) => `<article id="produto-${n}"><b>Produto ${n}</b><p><span>R$ ${n},90</span> <small>${n} un.</small></p><button>Incluir</button></article>`)}</main>
<aside><h2>Venda</h2><ul>${list(16, (n) => `<li><span>${n}× Produto</span><span>R$ ${n},00</span></li>`)}</ul><p>Total <b id="total">R$ 136,00</b></p><button id="receber">Receber</button></aside></html>`

const text =
  'Um texto de ajuda do tamanho que costuma ter no balcão, com umas duas linhas na tela de um caixa.'

export const steps = [
  { target: '#busca', side: 'bottom', title: 'Busque o produto', text },
  { target: '#menu-3', side: 'right', title: 'Abra a tela', text },
  { target: '#produto-6', side: 'right', title: 'Inclua na venda', text },
  { target: '#produto-90', side: 'right', title: 'Um produto mais longe', text },
  { target: '#receber', side: 'top', title: 'Receba', text },
]

function list(length: number, item: (n: number) => string) {
  return Array.from({ length }, (_, n) => item(n + 1)).join('')
}
