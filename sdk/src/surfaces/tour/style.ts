/** A step: a card at its target, and a sheet on phones. */
export const tourCss = `
.card>*,.dim,.hole{animation:words .16s ease-out}
.dim,.hole{animation-name:dim}
.steps{display:flex;align-items:center;gap:4px;margin-bottom:14px;font-size:14px;line-height:20px;font-weight:650;color:var(--text2);font-variant-numeric:tabular-nums}
.steps i{flex:1;min-width:0;height:6px;border-radius:3px;background:var(--line)}
.steps .on{background:var(--action)}
.steps b{font-weight:650;margin-left:8px;white-space:nowrap}
.card h2{font-size:21px;line-height:27px;font-weight:730;letter-spacing:-.012em;margin-bottom:6px;text-wrap:balance;overflow-wrap:anywhere}
.body{color:var(--text2);overflow-wrap:anywhere}
.body>*+*{margin-top:8px!important}
.acts{display:flex;gap:10px;margin-top:18px;align-items:center}
.acts .quiet{margin:0 auto 0 -13px;padding:0 12px}
.card[data-arrow]{overflow:visible}
.card[data-arrow]:before{content:"";position:absolute;width:18px;height:18px;background:inherit;border:solid var(--line);border-width:1px 1px 0 0;border-radius:0 3px 0 0}
.card[data-side=left]:before{right:-10px;top:var(--arrow);margin-top:-10px;transform:rotate(45deg)}
.card[data-side=right]:before{left:-10px;top:var(--arrow);margin-top:-10px;transform:rotate(225deg)}
.card[data-side=top]:before{bottom:-10px;left:var(--arrow);margin-left:-10px;transform:rotate(135deg)}
.card[data-side=bottom]:before{top:-10px;left:var(--arrow);margin-left:-10px;transform:rotate(-45deg)}
`
