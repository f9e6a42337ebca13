/** The welcome and the success. */
export const occasionsCss = `
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
[data-size=phone] .welcome h2,[data-size=phone] .success h2{font-size:22px;line-height:27px}
[data-size=phone] .welcome .body{font-size:17px;line-height:24px}
[data-size=phone].t .welcome .acts .line{border-color:var(--outline);color:inherit;flex:1 0 100%;min-height:56px}
[data-size=phone] .welcome .acts{gap:8px}
[data-size=phone] .welcome .trail{margin-bottom:14px}
[data-size=phone] .success .acts{flex-wrap:nowrap;margin-top:12px}
[data-size=phone] .success .acts button{flex:none}
[data-size=phone] .success .seal{width:72px;height:72px;margin-bottom:10px}
[data-size=phone] .success .steps{display:none}
@media (max-height:520px){.welcome .trail{display:none}}
`
