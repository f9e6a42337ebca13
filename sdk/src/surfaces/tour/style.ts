/** The looks of a step: a card at its target, the welcome, the success, and a sheet on phones. */
export const tourCss = `
.card.in>*,.dim,.hole{animation:words .16s ease-out}
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
.t .card.welcome{width:560px;max-width:calc(var(--vw) - 32px);padding:28px 32px 22px}
.welcome .trail{width:100%;height:auto;background:var(--ground);border-radius:10px;margin-bottom:24px}
.welcome h2,.success h2{font-size:28px;line-height:34px}
.welcome .body{font-size:18px;line-height:26px}
.welcome .acts{flex-wrap:wrap;margin-top:24px;gap:6px 12px}
.welcome .acts button{flex:1;min-height:60px}
.t .acts .wide{flex:1 0 100%;min-height:52px;margin:0}
.t .card.success{width:386px;padding:27px 27px 19px;text-align:center}
.success .seal{width:132px;height:132px;margin:0 auto 16px}
.success h2{font-size:26px;line-height:32px}
.success .body{line-height:25px;text-wrap:balance}
.success .all{display:flex;align-items:center;justify-content:center;gap:10px;margin-top:16px;color:var(--actionSoftText)}
.success .all strong{color:inherit}
.success .steps{margin:20px 0 0}
.success .acts{flex-direction:column;align-items:stretch;gap:4px}
.success .acts .quiet{margin:0}
.seal [pathLength]{stroke-dasharray:1;animation:seal .6s ease-out}
@keyframes seal{from{stroke-dashoffset:1;fill-opacity:0}}
[data-size=phone] h2{font-size:20px;line-height:25px;margin-bottom:4px}
[data-size=phone] .welcome h2,[data-size=phone] .success h2{font-size:22px;line-height:27px}
[data-size=phone] .welcome .body{font-size:17px;line-height:24px}
[data-size=phone] .acts{flex-wrap:wrap;gap:4px 8px;margin-top:14px}
[data-size=phone] .acts button{flex:1;margin:0}
[data-size=phone] .acts .quiet{order:1}
[data-size=phone] .acts .main{order:-1;flex:1 0 100%;min-height:56px}
[data-size=phone] .card .line:not(.main){border-color:transparent;color:var(--text2)}
[data-size=phone] .card .only .line{border-color:var(--outline);color:inherit}
[data-size=phone] .welcome .acts .line{border-color:var(--outline);color:inherit;flex:1 0 100%;min-height:56px}
[data-size=phone] .welcome .acts{gap:8px}
[data-size=phone] .welcome .trail{margin-bottom:14px}
[data-size=phone] .success .acts{flex-wrap:nowrap;margin-top:18px}
[data-size=phone] .success .acts button{flex:none}
[data-size=phone] .success .seal{width:96px;height:96px;margin-bottom:12px}
[data-size=phone] .success .steps{display:none}
@media (max-height:520px){.welcome .trail{display:none}}
`
