/** A phone's sheets. After the styles of what it changes: it takes back what they say. */
export const phoneCss = `
[data-size=phone] .at{width:calc(var(--vw) - 16px)}
[data-size=phone] .at[data-flush]{width:100%;top:auto;bottom:0}
.t.t[data-size=phone] .card{width:100%;max-width:none;padding:16px;max-height:calc(var(--vh) - 16px)}
.t.t [data-flush][data-flush] .card{border-radius:18px 18px 0 0;border-width:1px 0 0;padding-bottom:8px}
[data-size=phone] h2{font-size:20px;line-height:25px;margin-bottom:4px}
[data-size=phone] .acts{flex-wrap:wrap;gap:4px 8px;margin-top:14px}
[data-size=phone] .acts button{flex:1;margin:0}
[data-size=phone] .acts .quiet{order:1}
[data-size=phone] .acts .main{order:-1;flex:1 0 100%;min-height:56px}
[data-size=phone] .card .line:not(.main){border-color:transparent;color:var(--text2)}
[data-size=phone] .card .only .line{border-color:var(--outline);color:inherit}
`
