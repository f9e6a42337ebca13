// Names of our own: custom properties of the host's page reach into shadow roots.

/** What pointing draws. */
export const pickCss = `
.pick{position:absolute;inset:0;pointer-events:none;--pick-text:#F4F6FA;--pick-line:#323A4D;--pick-blue:#2F6BFF;--pick-ink:#171B26;--pick-text2:#A3ACBD;--pick-ok:#5BD79B;--pick-warn:#F5B83D;--pick-bad:#FF7D8F;font:15px/20px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--pick-text);text-align:left;-webkit-font-smoothing:antialiased}
.pick *{box-sizing:border-box}
.pick p,.pick ul,.pick ol,.pick h2{margin:0;padding:0;font:inherit;list-style:none}
.pick svg{display:block;flex:none}
.pick button{font:inherit;font-weight:600;color:inherit;background:none;border:1px solid var(--pick-line);border-radius:8px;margin:0;padding:0 14px;min-height:44px;cursor:pointer;display:inline-flex;align-items:center;justify-content:center;gap:8px;pointer-events:auto;touch-action:manipulation}
.pick button:hover{border-color:#566078}
.pick :focus{outline:0}
.pick :focus-visible{outline:3px solid #8FB2FF;outline-offset:2px}
.pick .pick-card:focus-visible{outline:0}
.pick .pick-main{background:#fff;border-color:#fff;color:#14181C}
.pick-shield{position:absolute;inset:0;pointer-events:auto;cursor:crosshair;touch-action:none}
.pick-outline,.pick-crumbs,.pick-card{position:absolute;top:0;left:0;will-change:transform}
.pick-outline{border:2px solid var(--pick-blue);border-radius:8px;background:rgba(47,107,255,.10)}
.pick-outline[hidden],.pick-crumbs[hidden]{display:none}
.pick-crumbs{display:flex;align-items:center;max-width:calc(100% - 16px);padding:4px;background:var(--pick-blue);border-radius:6px;color:#fff;font-size:14px;white-space:nowrap;pointer-events:auto}
.pick .pick-crumbs button{border:0;min-height:24px;padding:0 8px;border-radius:4px;color:#fff;position:relative;min-width:0}
.pick .pick-crumbs button span{overflow:hidden;text-overflow:ellipsis}
.pick .pick-crumbs button:after{content:"";position:absolute;inset:-10px 0}
.pick .pick-crumbs button[aria-current]{background:#fff;color:#1D4ED8;flex:0 1 auto}
.pick-crumbs li{display:flex;align-items:center;min-width:0}
.pick-crumbs ol{display:flex;align-items:center;min-width:0}
.pick-hint{position:absolute;left:50%;transform:translateX(-50%);display:flex;align-items:center;gap:12px;max-width:min(720px,calc(100% - 24px));padding:8px 8px 8px 16px;background:var(--pick-ink);border:1px solid var(--pick-line);border-radius:12px;box-shadow:0 6px 20px rgba(10,18,36,.28)}
.pick-hint p{flex:1;min-width:0}
.pick-card{width:344px;max-width:calc(100% - 16px);max-height:calc(100% - 16px);overflow-y:auto;overscroll-behavior:contain;padding:16px;background:var(--pick-ink);border:1px solid var(--pick-line);border-radius:12px;box-shadow:0 6px 20px rgba(10,18,36,.28);pointer-events:auto}
.pick-card[data-sheet]{width:calc(100% - 16px)}
.pick-card[data-sheet=flush]{width:100%;max-width:none;border-radius:16px 16px 0 0}
.pick-head{display:flex;align-items:center;justify-content:space-between;color:var(--pick-text2);font-size:13px}
.pick-meter{display:flex;gap:3px}
.pick-meter i{width:22px;height:6px;border-radius:3px;background:#3A4258}
.pick .pick-level{font-size:19px;line-height:26px;font-weight:700;padding-top:4px}
.pick-card[data-level=very_sure]{--tone:var(--pick-ok)}
.pick-card[data-level=sure]{--tone:var(--pick-ok)}
.pick-card[data-level=weak]{--tone:var(--pick-warn)}
.pick-card[data-level=none]{--tone:var(--pick-bad)}
.pick-level{color:var(--tone)}
.pick-meter i.on{background:var(--tone)}
.pick .pick-why{padding:2px 0 14px;border-bottom:1px solid var(--pick-line);color:#D5DAE5}
.pick .pick-rows{padding:12px 0 2px;display:grid;gap:10px}
.pick-rows li{display:grid;grid-template-columns:18px 1fr;gap:0 10px;align-items:start}
.pick-rows b{font-weight:600}
.pick-rows small{grid-column:2;font-size:13.5px;line-height:18px;color:var(--pick-text2);overflow-wrap:anywhere}
.pick-yes{color:var(--pick-ok)}
.pick-no{color:var(--pick-bad)}
.pick-neutral{color:var(--pick-text2)}
.pick .pick-tried{display:flex;flex-wrap:wrap;gap:4px 12px;padding:10px 0 0 28px;font-size:13px;line-height:18px;color:var(--pick-text2)}
.pick-tried li{display:flex;align-items:center;gap:4px}
.pick-anchor{margin:12px 0 0;padding:0;border:0;display:grid;gap:6px;min-width:0}
.pick-anchor legend{padding:0 0 6px;font-size:13px;color:var(--pick-text2)}
.pick-anchor label{display:flex;align-items:center;gap:10px;min-height:44px;padding:4px 12px;border:1px solid var(--pick-line);border-radius:8px;cursor:pointer}
.pick-anchor label:has(:checked){background:var(--pick-blue);border-color:var(--pick-blue)}
.pick-anchor input{accent-color:#fff;width:18px;height:18px;margin:0;flex:none}
.pick-acts{display:flex;flex-wrap:wrap;gap:8px;padding-top:14px}
.pick .pick-acts button{flex:1 1 auto;padding:0 12px;font-size:14px;white-space:nowrap}
.pick .pick-expert{width:100%;margin:8px 0 -8px;border:0;padding:0;min-height:44px;justify-content:flex-start;font-weight:500;font-size:13px;color:var(--pick-text2)}
.pick-expert svg{transition:transform .12s}
.pick-expert[aria-expanded=true] svg{transform:rotate(180deg)}
.pick-field input{width:100%;min-height:44px;padding:0 12px;border:1px solid #7B86A0;border-radius:8px;background:#0F131C;color:inherit;font:14px/20px ui-monospace,Menlo,Consolas,monospace}
.pick-field p{padding-top:6px;font-size:13px;line-height:18px;color:var(--pick-text2)}
.pick-spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (prefers-reduced-motion:reduce){.pick *{transition:none!important}}
@media (forced-colors:active){.pick-outline{border-color:Highlight}.pick-card,.pick-hint{border-color:CanvasText}.pick-meter i.on{background:Highlight}}
@media (max-width:479px){.pick .pick-rows{gap:8px;padding-top:10px}.pick .pick-why{padding-bottom:10px}.pick-card{padding:14px 16px}.pick-hint{left:12px;right:12px;transform:none;max-width:none;flex-wrap:wrap;justify-content:flex-end}.pick-hint:has(.pick-main) p{flex-basis:100%}.pick-acts{position:sticky;bottom:-14px;margin-bottom:-6px;padding-bottom:14px;background:var(--pick-ink)}}
`
