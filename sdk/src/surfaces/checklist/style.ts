/** The guide's panel and its launcher. */
export const checklistCss = `
.guide.card{width:424px;padding:19px 20px 8px}
.guide .head{display:flex;align-items:center;justify-content:space-between;margin:-5px -10px 2px 0}
.guide h2{font-size:21px;line-height:27px;font-weight:730}
.t .x{padding:0;width:48px;min-height:48px}
.count{display:flex;justify-content:space-between;align-items:baseline;gap:12px;font-size:15px;line-height:20px;color:var(--text2);font-variant-numeric:tabular-nums}
.count strong{font-size:16px}
.meter{height:10px;border-radius:5px;background:var(--line);margin:10px 0 16px;overflow:hidden}
.meter i{display:block;height:100%;border-radius:5px;background:var(--action);transition:width .18s ease-out}
.t .row{width:100%;min-height:56px;padding:4px 0;border:0;border-radius:0;gap:14px;justify-content:flex-start;text-align:left;line-height:20px}
.row>span:nth-child(2){flex:1;min-width:0}
.row small{display:block;font-size:15px;line-height:19px;font-weight:400;color:var(--text2)}
.row>svg{color:var(--outline)}
.row svg:nth-last-child(2){color:var(--actionSoftText)}
.t .fold{width:calc(100% + 40px);margin:0 -20px;padding:0 20px;border-top:1px solid var(--line);color:var(--text2)}
.fold>svg{transition:transform .12s}
.fold[aria-expanded=true]>svg{transform:rotate(180deg)}
.mark{flex:none;width:28px;height:28px;border:2px solid var(--outline);border-radius:50%;display:grid;place-items:center}
.mark.done{border:0;background:var(--done);color:var(--surface)}
.t .guide ul{list-style:none;padding:0}
.was li{display:flex;gap:14px;padding:8px 0 8px 4px;font-size:16px;line-height:20px;color:var(--text2)}
.was svg{color:var(--done)}
.rest li+li{border-top:1px solid var(--line)}
.rest .next+li{border-color:transparent}
.rest .next{display:flex;gap:14px;margin:0 -20px;padding:15px 20px 18px;background:var(--actionSoft);border-block:1px solid var(--line)}
.next .mark{border-width:3px;border-color:var(--action);background:var(--surface)}
.next>div{flex:1;min-width:0}
.guide h3{margin:2px 0 0;font-size:18px;line-height:24px;font-weight:680}
.next p{font-size:16px;line-height:21px;color:var(--text2)}
.next .won{display:flex;align-items:center;gap:8px;color:var(--actionSoftText);font-weight:600;margin-top:4px}
.next .full{width:100%;margin-top:12px}
.t .hide{width:100%}
.t .touch{position:absolute;inset:0;pointer-events:auto;background:var(--dim);border:0;border-radius:0}
[data-size=phone] .guide.card.card{padding:12px 20px 8px;max-height:calc(var(--vh) - 72px)}
.t .launch{pointer-events:auto}
.t.berth{position:static;color:inherit;contain:none;overflow:visible}
.t .bar.launch,.t .header.launch{height:auto;margin:0;overflow:visible;background:none;border:0;border-radius:12px}
.t .bar.launch{flex-direction:column;gap:4px;width:100%;min-height:66px;min-width:64px;padding:6px 4px;font-size:13px;line-height:16px;font-weight:560}
.t .bar[aria-expanded=true]{background:var(--surface);color:var(--text)}
.t .header.launch{min-height:48px;min-width:48px;padding:0}
.t .corner{border:1px solid var(--line);border-radius:28px;min-height:56px;padding:0 21px 0 8px;background:var(--surface);box-shadow:0 6px 20px rgba(10,18,36,.2);font-weight:650}
.paused{--part:var(--outline)}
.t .paused{color:inherit}
@media (forced-colors:active){.meter i{background:Highlight}.t .corner{border-color:ButtonText}.mark.done{border:2px solid}}
`
