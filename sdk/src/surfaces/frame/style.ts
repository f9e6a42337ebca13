// Pixels only: a host's 62.5 % root font size must not shrink a card. Names are short because every till loads them.
// No travel, no fade on the card itself: it is readable in the first frame, only its words and the dim arrive softly.

/** What the first card and every other surface share: the stage, buttons, and cards. `restCss` comes behind it. */
export const frameCss = `
.t{position:absolute;inset:0;overflow:hidden;pointer-events:none;font-size:17px;line-height:24px;font-weight:400;color:var(--text);text-align:left}
.t *,.t :before{box-sizing:border-box}
.t h2,.t p,.t ul,.t ol{margin:0;font:inherit}
.t ul,.t ol{padding-left:22px}
.t img{display:block;max-width:100%;height:auto;border-radius:var(--button)}
.t strong{font-weight:650;color:var(--text)}
.t button{font:inherit;font-weight:630;color:inherit;background:none;border:1.5px solid transparent;border-radius:var(--button);margin:0;padding:0 20px;min-height:52px;min-width:48px;display:inline-flex;align-items:center;justify-content:center;gap:10px;overflow-wrap:anywhere}
.t .quiet{color:var(--text2)}
.t .soft{border-color:var(--action);background:var(--actionSoft);color:var(--actionSoftText)}
.t .full{background:var(--action);color:var(--onAction)}
.hole{position:absolute;top:0;left:0;border:3px solid var(--ring);box-shadow:0 0 0 300vmax var(--dim);will-change:transform;contain:strict}
.at{position:absolute;top:0;left:0;will-change:transform}
.card{position:relative;pointer-events:auto;width:404px;padding:20px;background:var(--surface);border:1px solid var(--line);border-radius:var(--card);box-shadow:0 6px 20px rgba(10,18,36,.2);max-height:calc(var(--vh) - 32px);overflow-y:auto}
[data-size=portrait] .card{width:440px}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@keyframes words{from{opacity:0;transform:translateY(6px)}}
@keyframes dim{from{opacity:0}}
@media (prefers-reduced-motion:reduce){.t *{animation:none!important;transition:none!important}}
`
