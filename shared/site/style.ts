/**
 * How the site looks. The colours are those of the window (renderer/styles/tokens.css; a test compares the two), light and dark as the
 * reader's system wants it; on paper ink alone. One style for all pages, inside each of them: there is nothing to fetch, and its hash is
 * the only thing that the pages' policy lets in.
 */

/** The window's tokens that the site uses: light, dark. */
export const siteColours: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  ground: ['#ffffff', '#121417'],
  panel: ['#fafbfc', '#171a1f'],
  text: ['#16191d', '#e8ebef'],
  muted: ['#586271', '#9aa4b2'],
  accent: ['#2457d6', '#8fb0ff'],
  warning: ['#8a4b00', '#f0b35a'],
  'warning-ground': ['#fff3df', '#33260f'],
  border: ['#7f8997', '#6b7583'],
  divider: ['#e3e7ec', '#262b33'],
  hover: ['#eff2f5', '#20252c'],
  holiday: ['#fff7e0', '#262113'],
  leave: ['#f1f3f6', '#1e2228'],
  'leave-line': ['#dfe4ea', '#2b313a'],
};

/** Hues of people with the ink that is legible on each, the same in light and dark. */
export const sitePeople: readonly (readonly [hue: string, ink: string])[] = [
  ['#0072b2', '#ffffff'],
  ['#d55e00', '#101418'],
  ['#009e73', '#101418'],
  ['#cc79a7', '#101418'],
  ['#4b2e83', '#ffffff'],
  ['#56b4e9', '#101418'],
  ['#e69f00', '#101418'],
  ['#6b4f1d', '#ffffff'],
];

const colours = (which: 0 | 1): string =>
  Object.entries(siteColours)
    .map(([name, pair]) => `--${name}:${pair[which]}`)
    .join(';');

const hues = sitePeople
  .map(([hue, ink], index) => `.face-${index + 1}{background:${hue};color:${ink}}`)
  .join('\n');

const screen = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.55 Inter,'Inter Variable',system-ui,-apple-system,'Segoe UI',sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
a{color:var(--accent);text-decoration:underline;text-decoration-thickness:1px;text-decoration-color:color-mix(in srgb,currentColor 40%,transparent);text-underline-offset:3px}
.who,nav a,.team a,.cards a,.also a,.skip{text-decoration:none}
a:hover{text-decoration:underline;text-underline-offset:3px}
a.who:hover{text-decoration:none}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-999px;top:0}
.skip:focus{left:16px;top:8px;z-index:9;padding:6px 12px;background:var(--ground);border:1px solid var(--border);border-radius:6px}
.wrap{max-width:1240px;margin:0 auto;padding:0 28px}
.top{border-bottom:1px solid var(--divider);background:var(--panel)}
.top .wrap{padding-top:18px}
.team{margin:0;font-size:15px;font-weight:600;letter-spacing:-.01em}
.team a{color:inherit}
.team span{font-weight:400;color:var(--muted)}
nav ul{display:flex;flex-wrap:wrap;margin:8px -10px 0;padding:0;list-style:none}
nav a{display:block;padding:7px 10px 9px;color:var(--muted);border-bottom:2px solid transparent}
nav a:hover{color:var(--text);text-decoration:none;background:var(--hover)}
nav a[aria-current]{color:var(--text);font-weight:600;border-bottom-color:var(--accent)}
main.wrap{padding-top:34px;padding-bottom:64px;min-height:60vh}
h1,h2,h3,h4,h5,h6{margin:0;font-weight:600;line-height:1.25;letter-spacing:-.015em;text-wrap:balance}
h1{font-size:28px;letter-spacing:-.025em}
h2{margin:38px 0 10px;font-size:18px}
h3{margin:24px 0 6px;font-size:15px}
h4,h5,h6{margin:18px 0 4px;font-size:15px}
h2[id],h3[id],section[id],tr[id]{scroll-margin-top:16px}
p{margin:0 0 10px}
.facts{margin:6px 0 0;color:var(--muted)}
.lead{max-width:72ch;margin:12px 0 0}
.note{color:var(--muted);font-size:13px}
.also{display:flex;flex-wrap:wrap;gap:4px 18px;margin:14px 0 0;padding:0;list-style:none}
.open{display:inline-block;padding:0 7px;border:1px dashed var(--warning);border-radius:5px;background:var(--warning-ground);color:var(--warning);font-weight:600}
.scroll{position:relative;overflow-x:auto;margin:22px -4px 0;padding:0 4px}
h2+.scroll{margin-top:0}
main>table{margin-top:26px}
main>h2+table{margin-top:0}
table+.note{margin-top:12px}
table{width:100%;border-collapse:collapse;border-spacing:0}
caption{padding:0 0 6px;text-align:left;color:var(--muted);font-size:13px}
th,td{padding:9px 18px 9px 0;text-align:left;vertical-align:top;font-weight:400;border-bottom:1px solid var(--divider)}
th:last-child,td:last-child{padding-right:0}
thead th{padding-top:0;padding-bottom:7px;color:var(--muted);font-size:13px;border-bottom-color:var(--border);vertical-align:bottom}
thead th.group{border-bottom:0;padding-bottom:0;color:var(--text);font-weight:600}
tbody th{font-weight:600}
.num{text-align:right}
.nowrap{white-space:nowrap}
.sub{display:block;color:var(--muted);font-size:13px;font-weight:400}
.who{display:inline-flex;align-items:center;gap:8px;color:inherit;max-width:100%}
.who bdi{min-width:0;overflow-wrap:anywhere}
a.who:hover bdi{text-decoration:underline;text-underline-offset:2px}
.face{flex:none;display:inline-flex;align-items:center;justify-content:center;width:24px;height:24px;font-size:10px;font-weight:600;letter-spacing:-.03em;line-height:1;overflow:hidden}
.circle{border-radius:50%}
.square{border-radius:5px}
.hexagon{clip-path:polygon(25% 4%,75% 4%,100% 50%,75% 96%,25% 96%,0 50%)}
.shield{border-radius:4px 4px 50% 50%}
${hues}
.mark{display:inline-block;width:9px;height:9px;margin-right:7px;border:1.5px solid currentColor;border-radius:2px}
.mark.first{background:currentColor}
.legend{display:flex;flex-wrap:wrap;gap:2px 16px;margin:8px 0 0;padding:0;list-style:none;color:var(--muted);font-size:13px}
.week th.holiday,.week td.holiday,.matrix td.holiday,.matrix th.holiday{background:var(--holiday)}
.feast{display:block;font-size:13px;font-weight:400;color:var(--text)}
.feast::before{content:'';display:inline-block;width:6px;height:6px;margin:0 7px 2px 1px;background:currentColor;transform:rotate(45deg)}
.week th,.week td{padding-left:10px;padding-right:14px}
.week thead th:first-child,.week tbody th{padding-left:0}
.week tbody th{white-space:nowrap;min-width:132px}
.week .feast{white-space:normal;max-width:170px}
.week td>div>div+div{margin-top:5px}
.days{color:var(--muted);font-size:13px}
.who+.days{margin-left:4px}
.week .days{white-space:nowrap}
.now th,.now td{vertical-align:middle}
.now td{min-width:150px}
.matrix{font-size:13px}
.matrix th,.matrix td{padding:6px 5px;border-left:1px solid var(--divider)}
.matrix th:first-child{padding-left:0;padding-right:12px;border-left:0;position:sticky;left:0;z-index:1;background:var(--ground);min-width:170px;max-width:280px;font-size:15px}
.matrix thead th:first-child{font-size:13px}
.matrix td{min-width:58px;line-height:1.35}
.matrix td div{white-space:nowrap}
.matrix .sub{font-size:11px}
.matrix td .mark{width:7px;height:7px;margin-right:4px}
.matrix tbody th,.matrix tbody td{vertical-align:middle}
.away{background:repeating-linear-gradient(135deg,var(--leave) 0 5px,var(--leave-line) 5px 6px);padding:1px 4px;border-radius:3px}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:0 36px;margin:0;padding:0;list-style:none}
.cards li{padding:11px 0;border-bottom:1px solid var(--divider)}
.cards a{font-weight:600}
.cards .sub{margin-top:1px}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:0 48px}
.plain{margin:0;padding:0;list-style:none}
.plain li{display:flex;gap:14px;padding:7px 0;border-bottom:1px solid var(--divider)}
.plain b{flex:none;width:92px;font-weight:600}
.plain li>span{min-width:0}
.runbook header{max-width:78ch;margin-bottom:6px}
.runbook .side h2{margin-top:26px;font-size:15px}
.runbook .side>section:first-child h2,.runbook .main>section:first-child h2{margin-top:20px}
@media screen{
.side table,.side tbody,.side tr,.side th,.side td{display:block;padding:0;border:0}
.side thead{display:none}
.side tr{padding:8px 0;border-bottom:1px solid var(--divider)}
.side td:not(:empty){padding-top:2px}
.side ul{padding-left:18px}
}
@media screen and (min-width:1000px){
.runbook .columns{display:grid;grid-template-columns:minmax(0,1fr) 330px;gap:0 64px;align-items:start}
.runbook .main{grid-row:1;grid-column:1;max-width:78ch}
.runbook .side{grid-column:2}
}
.prose ul,.prose ol{margin:0 0 10px;padding-left:22px}
.prose li{margin:0 0 4px}
.prose li>p{margin:0 0 4px}
.prose li::marker{color:var(--muted)}
.prose table{margin:4px 0 10px}
.prose code,.prose pre{font-family:'JetBrains Mono','JetBrains Mono Variable',ui-monospace,SFMono-Regular,Consolas,monospace;font-size:13px}
.prose pre{margin:8px 0 14px;padding:12px 14px;border:1px solid var(--divider);border-radius:6px;background:var(--panel);overflow-x:auto;line-height:1.5;tab-size:2}
.prose blockquote{margin:10px 0;padding-left:14px;border-left:3px solid var(--border);color:var(--muted)}
.prose hr{margin:18px 0;border:0;border-top:1px solid var(--divider)}
.prose img{display:block;max-width:100%;height:auto;margin:8px 0 12px}
.prose .when{color:var(--muted);font-size:13px}
.prose .cause,.prose .escalation{margin-bottom:8px}
.task-box{display:inline-block;width:12px;height:12px;margin-right:7px;border:1px solid var(--border);border-radius:3px;vertical-align:-1px}
.task-done{border-width:6px}
.contains-task-list{padding-left:2px;list-style:none}
.index h3{margin-top:18px}
.index ul{margin:0;padding:0;list-style:none}
.index li{padding:2px 0}
.index li b{display:inline-block;min-width:150px;font-weight:400;color:var(--muted)}
.foot{border-top:1px solid var(--divider);color:var(--muted);font-size:13px}
.foot p{margin:0;padding:14px 0 28px}
.sr{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:720px){
.wrap{padding:0 16px}
nav ul{flex-wrap:nowrap;overflow-x:auto;margin:8px -16px 0;padding:0 6px;scrollbar-width:none}
nav a{white-space:nowrap}
main.wrap{padding-top:24px}
h1{font-size:24px}
.stack thead{display:none}
.stack,.stack tbody,.stack tr,.stack th,.stack td{display:block}
.stack tr{padding:10px 0;border-bottom:1px solid var(--divider)}
.stack th,.stack td{padding:2px 0;border:0;white-space:normal}
.stack td:empty{display:none}
.stack td[data-label]{display:grid;grid-template-columns:128px 1fr;gap:10px}
.stack td[data-label]::before{content:attr(data-label);color:var(--muted);font-size:13px;padding-top:2px}
.week.stack td.holiday,.week.stack th.holiday{background:none}
.week.stack tr.holiday{background:var(--holiday);margin:0 -16px;padding:10px 16px}
.week.stack th,.week.stack td{padding-left:0}
.matrix th:first-child{min-width:118px;max-width:140px}
.plain b{width:84px}
}
@media (forced-colors:active){
.face{border:1px solid CanvasText}
.mark.first{background:CanvasText;forced-color-adjust:none}
}`;

const paper = `
@page{margin:14mm 14mm 16mm}
@page wide{size:landscape;margin:10mm}
@media print{
:root{color-scheme:light;${colours(0)}}
body{background:#fff;color:#16191d;font-size:9.5pt;line-height:1.4}
.wrap{max-width:none;padding:0}
.wide{page:wide}
.top{border:0;background:none}
.top .wrap{padding:0}
.top nav,.skip,.also,.foot,.no-print{display:none}
.team{font-size:9.5pt}
main.wrap{padding:6pt 0 0;min-height:0}
h1{font-size:18pt}
h2{margin:14pt 0 4pt;font-size:12pt}
h3{font-size:10pt;margin:9pt 0 2pt}
h1,h2,h3,h4{break-after:avoid}
.scroll{overflow:visible;margin:0;padding:0}
table{break-inside:auto}
thead{display:table-header-group}
tr,.cards li,.plain li{break-inside:avoid}
th,td{padding:3.5pt 8pt 3.5pt 0;border-bottom:.5pt solid #b9c1cb}
thead th{border-bottom:.75pt solid #16191d}
.sub,.days,.feast,.note,caption,thead th{font-size:8pt}
a{color:inherit}
.prose a[href^='http']::after{content:' (' attr(href) ')';color:#586271;font-size:8pt;overflow-wrap:anywhere}
.prose pre{white-space:pre-wrap;overflow-wrap:anywhere;background:none}
.face{display:none}
.who{display:inline}
.mark.first{background:none;border-width:4.5px;width:0;height:0;border-color:#16191d}
.matrix .mark.first{width:0;height:0;border-width:3.5px}
.week th.holiday,.week td.holiday,.matrix th.holiday,.matrix td.holiday{background:none}
.week th,.week td{padding-left:5pt;padding-right:5pt}
.week tbody th{min-width:0}
.matrix{font-size:7pt}
.matrix th,.matrix td{padding:2.5pt 2pt;border-left:.5pt solid #b9c1cb}
.matrix th:first-child{position:static;min-width:0;font-size:8pt}
.matrix td{min-width:0}
.away{background:none;border:.75pt dotted #16191d;font-style:italic}
.open{background:none;border:1pt dashed #16191d;color:#16191d}
.two{display:block}
}`;

/** The one style sheet of all pages. */
export const siteStyle = `:root{color-scheme:light dark;${colours(0)}}
@media (prefers-color-scheme:dark){:root{${colours(1)}}}
${screen.trim()}
${paper.trim()}
`;
