/** Under the hand, for keys and forced colours, and what no first card has: comes with the upkeep. */
export const restCss = `
.t{-webkit-tap-highlight-color:transparent}
.t button{cursor:pointer;touch-action:manipulation}
.t button:active{opacity:.86}
.t :focus{outline:0}
.t :focus-visible{outline:3px solid var(--action);outline-offset:2px}
.t [role=dialog]:focus-visible{outline:0}
.t .line{border-color:var(--outline)}
.dim{position:absolute;inset:0;background:var(--dim)}
.at[hidden]{display:none}
.card{overscroll-behavior:contain}
@media (forced-colors:active){.dim{display:none}.t .hole{border-color:Highlight}.t .full,.t .soft{border-color:ButtonText}}
`
