export const reanchorCss = `
.re-lit{position:absolute;left:0;top:0;border:3px solid var(--blue);border-radius:12px;box-shadow:0 0 0 3px #fff,0 0 0 4000px rgba(20,33,61,.42);pointer-events:none}
.reanchor{position:absolute;left:50%;transform:translateX(-50%);width:440px;max-width:calc(100% - 16px);max-height:calc(100% - 16px);overflow-y:auto;padding:8px 16px 16px}
.reanchor[data-side=top]{top:8px}
.reanchor[data-side=bottom]{bottom:8px}
.reanchor header{display:flex;align-items:center;justify-content:space-between;gap:8px}
.reanchor header .icon{margin-right:-8px}
.re-pictures{display:flex;gap:12px;margin-top:12px}
.re-pictures figure{flex:1 1 0;min-width:0;margin:0}
.re-pictures svg{width:100%;aspect-ratio:16/10;border-radius:8px;border:1px solid var(--line);background:#fff}
.re-pictures figcaption{margin-top:6px;color:var(--text2);font-size:13px}
.re-acts{display:flex;flex-wrap:wrap;gap:8px;margin-top:14px}
.dark .re-acts button{flex:1 1 auto}
`
