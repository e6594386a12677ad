--- The style sheet of the HTML report and of the audit's page: calm, readable, the same for
-- screen (light and dark), phone and paper. No font, image or script is fetched.
return [[
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1c2733;--muted:#5c6975;
--rule:#e2ded5;--accent:#1d6a85;--wash:#e8f0f2;--s1:#1d6a85;--s2:#b9701a;--s3:#578242;--s4:#98568d;
--s5:#7d8a96;--s6:#bd5a48;--on:#fff;--before:#b9c3ca;--good:#dcefe0;--bad:#f8dcd6;--near:#fbeecd;
--none:#e6e8ea;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,Georgia,"Source Serif 4","Noto Serif",
serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC",
"Microsoft YaHei","Noto Sans CJK SC",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#12181e;--card:#1a222a;--ink:#e6ebef;
--muted:#9dabb7;
--rule:#2e3a44;--accent:#6cc0da;--wash:#1f2d36;--s1:#57afcb;--s2:#e8ab57;--s3:#8fbf7b;--s4:#c98bbf;
--s5:#93a1ad;
--s6:#e08a78;--on:#10161b;--before:#52616d;--good:#1e3a2a;--bad:#4a2620;--near:#443616;
--none:#2a343d}}
:lang(zh){--serif:"Songti SC","Noto Serif CJK SC",
"Source Han Serif SC","Noto Serif SC",SimSun,serif}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 var(--sans)}
header,nav,main,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:3.5rem}
h1{font:600 clamp(1.8rem,5vw,2.7rem)/1.2 var(--serif);margin:0 0 .4rem;text-wrap:balance;
overflow-wrap:anywhere}
.lead{font-size:1.15rem;color:var(--muted);margin:0}
.as-of{color:var(--muted);margin:.3rem 0 0;font-size:.9rem}
nav{margin-top:1.6rem}
nav ol{list-style:none;margin:0;padding:.9rem 0;display:flex;flex-wrap:wrap;gap:.35rem 1.3rem;
border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);font-size:.92rem}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);
outline-offset:3px;border-radius:3px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.6rem;background:var(--card);
padding:.5rem .9rem;z-index:3}
section{padding-top:2.6rem}
h2{font:600 1.6rem/1.25 var(--serif);margin:0 0 1rem;overflow-wrap:anywhere}
h3{font-size:1rem;margin:1.6rem 0 .5rem}
.prose p{margin:0 0 .6rem;max-width:44rem;overflow-wrap:anywhere}
.note{border-left:3px solid var(--accent);padding:.2rem 0 .2rem 1rem;color:var(--muted);
max-width:44rem}
.tiles{list-style:none;margin:0;padding:0;display:grid;gap:1rem;
grid-template-columns:repeat(auto-fill,minmax(min(100%,17.5rem),1fr))}
.tiles li{background:var(--card);border:1px solid var(--rule);border-radius:10px;
padding:1.1rem 1.2rem 1rem;overflow-wrap:anywhere}
.tiles h3{margin:0;font-size:.9rem;font-weight:600;color:var(--muted)}
.value{font:600 2.3rem/1.2 var(--serif);margin:.25rem 0 .3rem;
font-variant-numeric:lining-nums tabular-nums}
.parts{font:400 .88rem var(--sans);color:var(--muted);white-space:nowrap}
.against{margin:.5rem 0 .7rem;font-size:.88rem;color:var(--muted);display:flex;flex-wrap:wrap;
gap:.15rem .55rem;align-items:center}
.against span{white-space:nowrap}
.chip{display:inline-block;background:var(--wash);color:var(--ink);border-radius:99px;
padding:.05rem .6rem;font-weight:600}
.define{margin:0;font-size:.85rem;line-height:1.5;color:var(--muted)}
.said{margin:1.4rem 0 0;padding-left:1.2rem;max-width:46rem}.said li{margin:.3rem 0;
overflow-wrap:anywhere}
.charts{display:grid;gap:1.2rem 2rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,21.5rem),
1fr));margin:1.2rem 0;align-items:start}
figure{margin:0;background:var(--card);border:1px solid var(--rule);border-radius:10px;
padding:1.1rem 1.2rem;min-width:0}
figcaption{font-weight:600;font-size:.95rem;margin-bottom:.7rem;overflow-wrap:anywhere}
.chart{display:block;width:100%;max-width:34rem;height:auto;overflow:visible;font:12px var(--sans);
font-variant-numeric:tabular-nums}
.chart text{fill:var(--ink)}.chart .muted,.chart .tick{fill:var(--muted)}.chart .tick{
font-size:11px}
.chart .strong{font-weight:600}.chart .on{fill:var(--on);font-weight:600}
.chart .halo{paint-order:stroke;stroke:var(--card);stroke-width:4px;stroke-linejoin:round}
.chart .grid{stroke:var(--rule)}.chart .axis{stroke:var(--muted)}
.chart .s1{fill:var(--s1)}.chart .s2{fill:var(--s2)}.chart .s3{fill:var(--s3)}
.chart .s4{fill:var(--s4)}.chart .s5{fill:var(--s5)}.chart .s6{fill:var(--s6)}.chart .before{
fill:var(--before)}
.chart .curve{fill:none;stroke-width:2.2;stroke-linejoin:round}
.chart .curve.s1{stroke:var(--s1)}.chart .curve.s2{stroke:var(--s2)}.chart .curve.s3{
stroke:var(--s3)}
.chart .curve.s4{stroke:var(--s4)}.chart .curve.s5{stroke:var(--s5)}.chart .curve.s6{
stroke:var(--s6)}
details{margin-top:.8rem;font-size:.9rem}summary{cursor:pointer;color:var(--accent)}
.scroll{overflow-x:auto;margin:1rem 0 0}
table{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--muted);font-size:.85rem;padding-bottom:.4rem}
th,td{text-align:left;padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--rule);
vertical-align:top;font-weight:400}
tbody th{min-width:8rem;overflow-wrap:break-word}
thead th{font-weight:600;color:var(--muted);font-size:.85rem;vertical-align:bottom}
.n{text-align:right;padding-right:0;padding-left:.9rem}td.n{white-space:nowrap}
@media (max-width:36rem){table{font-size:.84rem}.n{padding-left:.55rem}tbody th{min-width:6.5rem}
figure{padding:.9rem}}
dl{margin:0;display:grid;gap:.7rem 2rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,
20rem),1fr))}
dt{font-weight:600;font-size:.92rem}dd{margin:0;color:var(--muted);font-size:.9rem}
footer{margin-top:3rem;padding-bottom:3rem;color:var(--muted);font-size:.85rem}
.internal{position:sticky;top:0;margin:0;padding:.5rem 1.25rem;background:#8c2f1f;color:#fff;
font-weight:600;
text-align:center;font-size:.9rem;z-index:2}
@media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#111;--muted:#444;--rule:#ccc;
--accent:#1d6a85;
--wash:#eef3f4;--s1:#1d6a85;--s2:#b9701a;--s3:#578242;--s4:#98568d;--s5:#7d8a96;--s6:#bd5a48;
--on:#fff;--before:#b9c3ca}
@page{margin:18mm 16mm}
body{font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
header{padding-top:0}header,main,footer{max-width:none;padding-left:0;padding-right:0}
nav,.skip,details{display:none}section{padding-top:1.4rem}
h2,h3,figcaption,caption{break-after:avoid}figure,.tiles li,tr,dl div{break-inside:avoid}
.tiles{grid-template-columns:repeat(3,1fr);gap:.6rem}.charts{grid-template-columns:repeat(2,1fr)}
.value{font-size:1.6rem}.scroll{overflow:visible}
.is-internal{padding-top:1.2rem}.internal{position:fixed;top:0;left:0;right:0;padding:.15rem}}
]]
