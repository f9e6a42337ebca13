/** What recording draws; the shared parts come from pointing. */
export const recordCss = `
.rec-frame{position:absolute;inset:0;border:4px solid #F0465C;pointer-events:none}
.rec-frame[data-paused]{border-color:#7B86A0}
.rec-bar{position:absolute;top:0;left:0;display:flex;align-items:center;gap:10px;min-height:64px;padding:9px 12px 9px 16px;background:var(--pick-ink);border:1px solid #F0465C;border-radius:12px;box-shadow:0 6px 20px rgba(10,18,36,.28);pointer-events:auto;white-space:nowrap;will-change:transform}
.rec-bar[data-paused]{border-color:var(--pick-line)}
.rec-dot{width:16px;height:16px;border-radius:50%;background:#F0465C;flex:none}
.rec-bar[data-paused] .rec-dot{background:#7B86A0}
.pick .rec-move{border:0;padding:0;min-width:44px;margin:0 -14px 0 -12px;cursor:pointer}
.rec-bar b{font-weight:700}
.rec-time{font-variant-numeric:tabular-nums}
.pick .rec-count{border:0;padding:0 8px;min-width:44px;font-weight:400;color:var(--pick-text2)}
.rec-count[aria-expanded=true] svg{transform:rotate(180deg)}
.rec-space{flex:1;min-width:8px}
.rec-list{position:absolute;top:0;left:0;width:352px;max-width:calc(100% - 24px);max-height:min(420px,60%);overflow-y:auto;overscroll-behavior:contain;padding:14px 16px;background:var(--pick-ink);border:1px solid var(--pick-line);border-radius:12px;box-shadow:0 6px 20px rgba(10,18,36,.28);pointer-events:auto;will-change:transform}
.rec-list header{display:flex;justify-content:space-between;align-items:baseline;gap:12px}
.pick .rec-list h2{font-weight:700}
.rec-list small,.rec-list footer{font-size:13px;line-height:18px;color:var(--pick-text2)}
.pick .rec-list footer{padding-top:10px}
.pick .rec-empty{padding:12px 0 4px;color:#D5DAE5}
.rec-list li{display:flex;align-items:center;gap:4px;border-bottom:1px solid var(--pick-line);min-height:48px}
.rec-list li>i{flex:none;display:grid;place-items:center;width:24px;height:24px;margin-right:6px;border-radius:50%;background:#323A4D;font:700 13px/1 system-ui;font-style:normal}
.pick .rec-row{flex:1;min-width:0;justify-content:flex-start;border:0;padding:0 4px;gap:8px;font-weight:400;color:#C3CAD8;text-align:left}
.pick .rec-row b{color:#fff;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.rec-row span{white-space:nowrap;flex:none}
.pick .rec-bin{border:0;padding:0;min-width:44px;color:#A3ACBD}
.rec-sure{color:var(--pick-ok)}
.rec-weak{color:var(--pick-warn)}
.rec-list input{flex:1;min-width:0;min-height:44px;padding:0 10px;border:1px solid #7B86A0;border-radius:8px;background:#0F131C;color:#fff;font:inherit}
.rec-mark{position:absolute;top:0;left:0;border:2px dashed var(--pick-blue);border-radius:10px;background:rgba(47,107,255,.08);will-change:transform}
.rec-mark b{position:absolute;top:-16px;left:-8px;display:grid;place-items:center;width:32px;height:32px;border-radius:50%;background:var(--pick-blue);border:2px solid #fff;color:#fff;font-size:15px;line-height:1}
.rec-mark[hidden]{display:none}
.pick .rec-bar button:disabled{opacity:.5;cursor:default}
.rec-narrow{display:none}
@media (max-width:799px){.rec-bar{gap:6px;padding:6px 8px 6px 12px;min-height:56px}.rec-word{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.pick .rec-bar button{padding:0 10px;min-width:44px}}
@media (max-width:479px){.rec-wide{display:none}.rec-narrow{display:inline}.pick .rec-bar button{font-size:14px}.rec-bar{width:calc(100% - 24px)}}
@media (forced-colors:active){.rec-frame,.rec-mark{border-color:Highlight}}
`
