/** Drawings, the ring around a number, and the pill. */
export const pillCss = `
.t svg{display:block;flex:none}
.pill{position:absolute;top:0;left:0;pointer-events:auto;white-space:nowrap;background:var(--surface);border:1px solid var(--outline);border-radius:24px;min-height:44px;padding:0 16px 0 7px;font-size:15px;line-height:19px;font-weight:650;display:inline-flex;align-items:center;gap:10px}
.t button.pill{border-radius:24px;min-height:48px;padding:0 20px 0 8px;font-size:16px}
.t .pill.full{background:var(--action);border-color:var(--action)}
.t .pill.pill[data-small]{padding:0 7px;min-width:0}
.ring{position:relative;display:block;flex:none}
.ring b{position:absolute;inset:0;display:grid;place-items:center;font-size:14px;line-height:1;font-weight:750;font-variant-numeric:tabular-nums}
.pill{--part:var(--outline)}
.pill.full{--part:var(--onAction);--rest:transparent}
.pill.late{animation:dim .16s .6s backwards}
[data-small]>span+span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`
