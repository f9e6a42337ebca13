// The ink of the authoring tools, never the host's colours: nobody mistakes a tool for a part of the till.
export const panelCss = `
.ink{position:absolute;top:12px;right:12px;bottom:auto;width:380px;max-width:calc(100vw - 24px);max-height:calc(100vh - 24px);display:flex;flex-direction:column;pointer-events:auto;background:#171b26;color:#eef1f7;border:1px solid #323a4d;border-radius:12px;box-shadow:0 6px 20px rgba(10,18,36,.4);font:13px/19px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
.ink[data-side=left]{right:auto;left:12px}
.ink header{display:flex;align-items:center;gap:4px;padding:4px 4px 4px 16px;border-bottom:1px solid #323a4d}
.ink h2{flex:1;font-size:15px;line-height:20px;font-weight:650}
.ink button{font:inherit;font-weight:600;color:inherit;background:none;border:1px solid transparent;border-radius:8px;margin:0;padding:0 12px;min-height:44px;min-width:44px;display:inline-flex;align-items:center;justify-content:center;cursor:pointer}
.ink button:hover{background:#252c3c}
.ink button:focus-visible{outline:2px solid #7aa2ff;outline-offset:-2px}
.ink footer{padding:12px 16px;border-top:1px solid #323a4d;display:flex;align-items:center;gap:12px}
.ink footer button{background:#2f6bff;color:#fff}
.ink footer button:hover{background:#2259e0}
.ink footer span{color:#b4bdd0}
.ink dl{margin:0;padding:4px 16px 12px;overflow-y:auto;overscroll-behavior:contain}
.ink dt{margin-top:12px;color:#9aa5bb;font-size:12px;line-height:16px}
.ink dd{margin:2px 0 0}
.ink svg{display:block}
@media (max-width:480px){.ink{top:auto;bottom:0;left:0;right:0;width:auto;max-width:none;max-height:70vh;border-radius:14px 14px 0 0;border-width:1px 0 0}.ink[data-side=left]{top:0;bottom:auto;border-radius:0 0 14px 14px;border-width:0 0 1px}}
@media (forced-colors:active){.ink footer button,.ink button{border-color:ButtonText}}
`
