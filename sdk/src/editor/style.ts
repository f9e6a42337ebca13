import { pickCss } from './pick/style'
import { reanchorCss } from './reanchor/style'
import { recordCss } from './record/style'

// The tool's own colours and the system's font: never the host's, so that nobody takes the tool for the product.
const ownCss = `
.e{--ink:#171B26;--ink2:#242A38;--line:#323A4D;--blue:#2F6BFF;--text:#F4F6FA;--text2:#A3ACBD;--ok:#58D68D;--warn:#F5B13D;--bad:#FF8A80;--radius:10px;position:absolute;inset:0;overflow:clip;pointer-events:none;font:15px/20px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;text-align:left;color:var(--text);-webkit-font-smoothing:antialiased;-webkit-tap-highlight-color:transparent}
.e *{box-sizing:border-box}
.e h1,.e h2,.e h3,.e h4,.e p,.e ol,.e ul{margin:0;padding:0;font:inherit;list-style:none}
.e fieldset{border:0;margin:0;padding:0;min-width:0}
.e svg{display:block;flex:none}
.overlay,.shield,.stage,.pointing{position:absolute;inset:0}
.shield{pointer-events:auto}
.dark{background:var(--ink);border:1px solid var(--line);border-radius:var(--radius);color:var(--text);box-shadow:0 6px 20px rgba(10,18,36,.28);pointer-events:auto}
.dark button,.dark input,.dark select{font:inherit;color:inherit}
.dark button{margin:0;padding:0 12px;min-height:44px;min-width:44px;border:1px solid transparent;border-radius:8px;background:none;font-weight:600;font-size:14px;cursor:pointer;display:inline-flex;align-items:center;justify-content:center;gap:8px;touch-action:manipulation;white-space:nowrap;flex:none}
.dark button:hover{background:var(--ink2)}
.dark button:disabled{opacity:.38;cursor:default;background:none}
.dark :focus{outline:0}
.dark :focus-visible{outline:3px solid #8FB2FF;outline-offset:1px}
.dark .line{border-color:var(--line)}
.dark .line:hover{border-color:#566078}
.dark .main{background:#fff;color:#14181C}
.dark .main:hover{background:#E9EDF5}
.dark .wide{width:100%}
.dark .soft{background:var(--ink2)}
.dark .icon{padding:0}
.dark .icon[aria-pressed=true]{background:var(--ink2);color:#fff}
.dark input,.dark select{width:100%;min-height:44px;padding:0 12px;background:#0F131C;border:1px solid #566078;border-radius:8px;font-size:15px}
.dark input::placeholder{color:var(--text2);opacity:1}
.dark input[aria-invalid=true]{border-color:var(--bad)}
.dark select{color-scheme:dark;padding-right:8px}
.dark h2{font-size:16px;font-weight:650}
.note{color:var(--text2);font-size:14px}
.good{color:var(--ok)}
.warn{color:var(--warn)}
.rail{position:absolute;z-index:1;left:8px;right:8px;height:60px;padding:0 8px;display:flex;align-items:center;gap:6px}
.rail[data-side=top]{top:4px}
.rail[data-side=bottom]{bottom:4px}
.rail .handle{padding:0;min-width:28px;width:28px;color:var(--text2);cursor:grab;touch-action:none;margin-left:-4px}
.rail .name{flex:none;min-width:120px;max-width:184px;flex-direction:column;align-items:flex-start;gap:0;padding:0 6px;text-align:left}
.rail .name b{max-width:100%;overflow:hidden;text-overflow:ellipsis;font-weight:650;font-size:15px}
.saved{display:flex;align-items:center;gap:5px;max-width:100%;color:var(--text2);font-size:13px;font-weight:400;line-height:18px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.saved.warn{color:var(--warn)}
.rail .name:has(.warn){flex:none;max-width:none}
.chips{display:flex;gap:4px;min-width:92px;overflow-x:auto;scrollbar-width:none;padding:4px 2px}
.chips::-webkit-scrollbar{display:none}
.dark .chips button{position:relative;background:var(--ink2);min-width:44px;min-height:48px}
.dark .chips button:hover{background:#323A4D}
.dark .chips [aria-current],.dark .chips [aria-current]:hover{background:var(--blue);color:#fff;padding:0 14px 0 8px}
.chips b{font-weight:650}
.chips [aria-current] b{display:grid;place-items:center;width:24px;height:24px;border-radius:12px;background:#fff;color:#1D4ED8}
.chips span{max-width:104px;overflow:hidden;text-overflow:ellipsis}
.chips .dot{position:absolute;top:5px;right:5px;width:8px;height:8px;border-radius:4px;background:var(--warn);border:1px solid var(--ink)}
.rail .add{border:1.5px dashed #566078;padding:0;min-height:48px}
.rail .now{display:none;background:var(--blue);padding:0 8px 0 12px;gap:4px}
.rail .gap{flex:1 0 0}
.rail .group{display:flex}
.e .segmented{display:flex;border:1px solid var(--line);border-radius:8px;overflow:hidden;flex:none}
.dark .segmented button{border-radius:0;padding:0 10px;color:var(--text2)}
.dark .segmented [aria-pressed=true]{background:#323A4D;color:#fff}
.record i{width:12px;height:12px;border-radius:6px;background:#F0465A}
.narrow-only{display:none!important}
.menu,.list{position:absolute;top:calc(100% + 8px);padding:6px;max-height:calc(100vh - 92px);overflow-y:auto;overscroll-behavior:contain}
[data-side=bottom]>.menu,[data-side=bottom]>.list{top:auto;bottom:calc(100% + 8px)}
.menu{right:0;min-width:240px;display:flex;flex-direction:column}
.dark.menu button{justify-content:flex-start;padding:0 14px}
.list{left:0;width:400px;max-width:100%;padding:8px}
.list header,.panel header{display:flex;align-items:center;justify-content:space-between;gap:8px;padding-left:8px}
.panel h2{flex:1}
.panel header{position:sticky;top:-8px;z-index:1;margin:-8px 0 0;padding:8px 0 0 8px;background:var(--ink)}
.list li{display:flex;align-items:center;border-radius:8px;position:relative}
.list li[data-moving=true]{opacity:.5}
.list li[data-gap]:after{content:"";position:absolute;left:0;right:0;height:2px;background:var(--blue)}
.list li[data-gap=before]:after{top:-1px}
.list li[data-gap=after]:after{bottom:-1px}
.dark.list .grip{cursor:grab;touch-action:none;color:var(--text2);padding:0}
.dark.list .go{flex:1 1 0;min-width:0;justify-content:flex-start;text-align:left;padding:6px 8px;min-height:52px;white-space:normal}
.dark.list .go[aria-current]{background:var(--ink2)}
.list .go b{min-width:24px;height:24px;border-radius:12px;display:grid;place-items:center;background:var(--ink2)}
.list .go[aria-current] b{background:var(--blue)}
.list .go span{min-width:0;overflow-wrap:anywhere}
.list small{display:block;color:var(--text2);font-size:13px;font-weight:400}
.list>.line{margin-top:8px}
.panel{position:absolute;width:340px;max-width:calc(100% - 16px);max-height:calc(100% - 88px);overflow-y:auto;overscroll-behavior:contain;padding:8px 8px 14px;scrollbar-color:#566078 transparent}
.panel[data-side=left]{left:8px}
.panel[data-side=right]{right:8px}
.panel[data-rail=top]{top:76px}
.panel[data-rail=bottom]{bottom:76px}
.section{padding:8px;display:flex;flex-direction:column;gap:8px}
.section h3{font-size:14px;font-weight:650}
.section h4{font-size:13px;color:var(--text2)}
.row{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.row span{flex:1}
.row button{color:var(--text)}
.target{display:flex;flex-direction:column;gap:2px;overflow-wrap:anywhere}
.target b{font-weight:650}
.target span{display:flex;align-items:center;gap:6px;font-size:14px}
.choice{display:flex;flex-wrap:wrap;gap:4px}
.dark .choice button{flex:1 0 auto;background:var(--ink2);padding:0 10px;font-weight:550}
.dark .choice [aria-pressed=true],.dark .ways [aria-pressed=true],.dark .ways [aria-pressed=true]:hover{background:var(--blue);color:#fff}
.ways{display:flex;flex-direction:column;gap:6px}
.dark .ways button{justify-content:flex-start;background:var(--ink2);white-space:normal;text-align:left;font-weight:550}
.heard{display:flex;flex-direction:column;max-height:232px;overflow-y:auto}
.dark .heard button{width:100%;justify-content:space-between;font-weight:500;padding:0 10px}
.dark .heard span{overflow:hidden;text-overflow:ellipsis}
.dark .heard time{color:var(--text2);font-size:13px;font-weight:400;font-variant-numeric:tabular-nums}
.dark .heard [aria-pressed=true]{background:var(--ink2);box-shadow:inset 0 0 0 2px var(--blue)}
.pair{display:grid;grid-template-columns:96px 1fr;gap:8px}
.pair span{display:block;color:var(--text2);font-size:13px;margin-bottom:4px}
.text-bar{position:absolute;top:0;left:0;display:flex;align-items:center;gap:4px;padding:4px;max-width:calc(100% - 16px)}
.text-bar .count{padding:0 12px 0 8px;color:var(--ok);font-size:14px;font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap}
.text-bar .over{color:var(--warn)}
.pill{position:absolute;top:0;left:0;display:flex;align-items:center;gap:10px;padding:4px 4px 4px 14px;border-radius:28px;font-size:14px;font-weight:600;white-space:nowrap}
.dark.pill button{border-radius:24px;padding:0 16px}
.toast,.conflict{position:absolute;left:50%;transform:translateX(-50%);display:flex;align-items:center;gap:8px;padding:8px 8px 8px 16px;max-width:calc(100% - 16px)}
.toast,.conflict{z-index:2;width:max-content}
.toast,.conflict[data-end=bottom]{bottom:16px}
.toast[data-side=bottom],.conflict[data-end=bottom][data-side=bottom]{bottom:76px}
.conflict[data-end=top]{top:16px}
.conflict[data-end=top][data-side=top]{top:76px}
.toast{min-height:52px}
.toast span{padding-right:8px}
.conflict{border-color:var(--warn);flex-wrap:wrap;justify-content:flex-end}
.conflict p{flex:1 1 auto}
.view{position:absolute;inset:0;display:flex;flex-direction:column;background:rgba(10,14,22,.94);pointer-events:auto}
.view header{margin:4px 8px;padding:8px;display:flex;align-items:center;gap:12px}
.view header select{flex:1 1 0;min-width:0;max-width:360px;text-overflow:ellipsis}
.view header .main{margin-left:auto}
.below{flex:1;min-height:0;display:flex}
.whom{flex:0 0 320px;margin:4px 0 8px 8px;padding:8px;overflow-y:auto;overscroll-behavior:contain;align-self:flex-start;max-height:calc(100% - 12px)}
.whom p{padding:8px}
.dark.whom button{width:100%;justify-content:flex-start;text-align:left;white-space:normal;min-height:52px;padding:6px 8px}
.dark.whom [aria-pressed=true]{background:var(--ink2)}
.whom small{display:block;color:var(--text2);font-size:13px;font-weight:400}
.view .foot{display:flex;align-items:center;justify-content:center;gap:6px 16px;flex-wrap:wrap;padding:0 8px 8px;color:var(--text2);font-size:14px;text-align:center}
.foot>div{display:flex;align-items:center;gap:4px;font-weight:600;font-variant-numeric:tabular-nums}
.room{position:relative;flex:1;min-height:0;overflow:hidden}
.device{position:absolute;left:50%;top:50%;background:#FAFBFC;border-radius:4px;box-shadow:0 0 0 10px #0A0C10;overflow:hidden}
.device>div{position:absolute;inset:0}
.device:after{content:"";position:absolute;inset:0;border:1px solid #0A0C10;pointer-events:none}
.sample{position:absolute;top:0;left:0;height:52px;border-radius:10px;background:#fff;border:1.5px solid #8B93A3;color:#3A4353;display:grid;place-items:center;font-weight:600;overflow:hidden}
.closed{position:absolute;left:50%;top:50%;transform:translate(-50%,-50%);width:380px;max-width:calc(100% - 32px);padding:24px}
.closed h1{font-size:20px;line-height:26px;font-weight:700;margin-bottom:8px}
.closed p{color:var(--text2);margin-bottom:20px}
.closed .acts{display:flex;gap:8px}
@media (pointer:coarse){.rail .handle{min-width:44px;margin:0 -6px 0 -8px}}
@media (min-width:1000px){.conflict{max-width:600px}}
@media (max-width:1239px){.rail .act span{display:none}.rail .act:not(.main){padding:0;min-width:44px}}
@media (max-width:1023px){.wide-only{display:none!important}.narrow-only{display:inline-flex!important}}
@media (max-width:559px){.rail{gap:4px;left:4px;right:4px;padding:0 6px}.chips,.rail .handle,.rail .add{display:none}.rail .now{display:inline-flex}.rail .name,.rail .name:has(.warn){flex:1 1 0;min-width:0;max-width:none}.rail .name:has(.warn) b{display:none}.saved.warn{white-space:normal;font-size:12px;line-height:14px}.pill span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.rail .gap{display:none}.view .segmented span,.text-bar .soft+.soft{display:none}.view header{flex-wrap:wrap;gap:8px}.view header .main{order:1}.view header select{order:2;flex:1 0 100%;max-width:none}}
@media (max-width:999px){.below{flex-direction:column}.whom{flex:0 0 auto;margin:0 8px;align-self:stretch;max-height:34%}.panel,.panel[data-side]{left:0;right:0;top:auto;bottom:0;width:100%;max-width:none;max-height:48%;border-radius:16px 16px 0 0}.panel[data-end=bottom][data-rail=bottom],.panel[data-end=top][data-rail=top]{max-height:calc(48% - 24px)}.panel[data-end=bottom][data-rail=bottom]{bottom:68px;border-radius:16px}.panel[data-end=top]{bottom:auto;top:0;border-radius:0 0 16px 16px}.panel[data-end=top][data-rail=top]{top:68px;border-radius:16px}}
@media (prefers-reduced-motion:no-preference){.toast,.menu,.list{animation:come .16s ease-out}}
@keyframes come{from{opacity:0}}
@media (forced-colors:active){.dark [aria-pressed=true],.chips [aria-current]{outline:2px solid Highlight}}
`

export const editorCss = ownCss + pickCss + recordCss + reanchorCss
