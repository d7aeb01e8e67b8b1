import { createHash } from 'node:crypto';

/**
 * The one style of all pages: a calm publication, black on white with the red of official headings. Inline, so that a
 * page is whole in one file; by its hash it is the only style the page may have.
 */
const STYLE = `
:root{--ink:#1d2126;--soft:#535b64;--line:#d9d5cc;--hair:#e9e6df;--paper:#fff;--ground:#f5f3ee;--head:#f3efe7;--red:#9d1b1f;--link:#154a86;
--serif:"Source Han Serif SC","Noto Serif CJK SC","Songti SC",STSong,SimSun,serif;
--sans:-apple-system,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC",sans-serif}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.7 var(--sans);overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.2em;text-decoration-thickness:1px}
a:hover{color:var(--red)}
:focus-visible{outline:3px solid #b45309;outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999rem;top:0;background:#fff;padding:.6rem 1rem;z-index:2}
.skip:focus{left:.5rem;top:.5rem}
.bar{background:var(--red);color:#fff}
.bar>div{max-width:76rem;margin:auto;padding:.7rem 2rem;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;align-items:baseline}
.bar a{color:#fff}.bar a:hover{color:#fff;text-decoration-thickness:2px}
.bar p,.bar ol{margin:0;padding:0}.bar p{font:700 1.06rem var(--serif);letter-spacing:.12em}
.bar p a{text-decoration:none}
.bar ol{list-style:none;display:flex;flex-wrap:wrap;font-size:.88rem}
.bar li+li::before{content:"›";margin:0 .5em}
main{display:block;width:min(76rem,100% - 3rem);margin:1.6rem auto;padding:2.6rem 3rem 3rem;background:var(--paper);border:1px solid var(--line)}
main:focus{outline:0}
.title{text-align:center;padding-bottom:1.4rem;border-bottom:3px double var(--red);margin-bottom:1.6rem}
h1{font:700 2.1rem/1.35 var(--serif);letter-spacing:.08em;color:var(--red);margin:0;text-wrap:balance}
.title p{margin:.7rem 0 0;color:var(--soft);text-wrap:balance}
h2{font:700 1.35rem/1.5 var(--serif);margin:2.6rem 0 .8rem;padding-bottom:.35rem;border-bottom:1px solid var(--red)}
h3{font:700 1.08rem/1.5 var(--serif);margin:1.6rem 0 .6rem}
h2 small,h3 small{font:400 .9rem var(--sans);color:var(--soft);margin-left:.6em;letter-spacing:0}
p{margin:.6rem 0}
.soft{color:var(--soft)}.small{font-size:.88em}
.none{color:#8a4b08}
.notice{border-left:4px solid #b45309;background:#fdf6e9;padding:.55rem 1rem;margin:1rem 0}
.notice.good{border-color:#2f6b3c;background:#f1f7f1}
.notice.bad{border-color:var(--red);background:#fbf1f0}
.notice p{margin:.2rem 0}.notice ul{margin:.2rem 0;padding-left:1.3em}
dl.facts{display:grid;grid-template-columns:max-content 1fr;margin:1rem 0;border-top:1px solid var(--line)}
dl.facts dt,dl.facts dd{margin:0;padding:.5rem .8rem;border-bottom:1px solid var(--hair)}
dl.facts dt{color:var(--soft);background:var(--head);min-width:8em}
dl.facts ul,td ul,ul.plain{margin:0;padding:0;list-style:none}td li+li{margin-top:.2em}
table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.6}
caption{text-align:left;color:var(--soft);padding-bottom:.4rem}
th,td{border:1px solid var(--line);padding:.5rem .65rem;text-align:left;vertical-align:top;font-weight:400}
thead th{background:var(--head);font-weight:700;white-space:nowrap;vertical-align:middle}
.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead th.num{text-align:right}
tfoot th,tfoot td{font-weight:700;background:var(--head)}
.counts td.num:empty{background:#fcfbf9}
.cards thead th:first-child{width:3.8rem}.cards td:first-child{text-align:center;color:var(--soft)}.cards td[data-of]{min-width:5.6em}.cards tbody th{min-width:7em}
.list{table-layout:fixed}
.list th:nth-child(3){width:31%}.list th:nth-child(4){width:12%}.list th:nth-child(5){width:5.6rem}.list th:nth-child(6){width:11%}.list th:nth-child(7){width:6.4rem}
.code{display:block;color:var(--soft);font-size:.9em;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.sub{display:block}
.below th{padding-left:1.8rem}
.below .sub::before{content:"└ ";color:var(--soft)}
.mark{display:inline-block;border:1px solid currentColor;color:var(--red);border-radius:2px;font-size:.8rem;line-height:1.4;padding:0 .35em;margin-left:.4em}
.agency{content-visibility:auto;contain-intrinsic-size:auto 60rem}
.jump{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:.6rem 0;padding:0;list-style:none;font-size:.92rem}
.scroll{overflow-x:auto}
ol.lines,ul.lines{margin:.4rem 0;padding-left:2em}ol.lines li,ul.lines li{margin:.25rem 0}
figure{margin:1.2rem 0;text-align:center}figure svg{max-width:100%;height:auto;border:1px solid var(--hair)}
figcaption{color:var(--soft);font-size:.9rem}
.limits{display:flex;flex-wrap:wrap;gap:1rem;margin:1.2rem 0 0;padding:0;list-style:none}
.limits li{flex:1 1 8rem;border:1px solid var(--line);border-top:3px solid var(--red);padding:.6rem .9rem}
.limits span{display:block;color:var(--soft);font-size:.88rem}
.limits strong{font:700 1.2rem/1.5 var(--serif)}
.lists{list-style:none;padding:0;margin:1rem 0}
.lists li{border-bottom:1px solid var(--line);padding:.9rem 0}
.lists strong{font:700 1.2rem var(--serif)}
.lists p{margin:.2rem 0 0}
.remark{border-bottom:1px solid var(--hair);padding:.6rem 0}.remark p{margin:.2rem 0}
footer{max-width:76rem;margin:0 auto 2.4rem;padding:0 2rem;color:var(--soft);font-size:.88rem;text-align:center}
@media screen and (max-width:52rem){
main{width:auto;margin:0;padding:1.5rem 1.1rem 2rem;border:0}.bar>div{padding:.6rem 1.1rem}
h1{font-size:1.55rem;letter-spacing:.03em}h2{font-size:1.2rem}
.counts .by{display:none}
dl.facts{grid-template-columns:1fr}dl.facts dt{background:none;padding:.55rem 0 0;border:0;font-size:.88rem}dl.facts dd{padding:.05rem 0 .55rem}
.cards,.cards tbody,.cards tr,.cards th,.cards td,.cards caption{display:block;width:auto!important}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{border:1px solid var(--line);border-top:2px solid var(--red);padding:.6rem .8rem;margin-bottom:.9rem}
.cards th,.cards td{border:0;padding:.15rem 0}
.cards tbody td:first-child{float:left;margin-right:.6em}.cards tbody td:first-child::before{content:none}
.cards th{font-weight:700}.cards th .code{font-weight:400}
.cards td::before{content:attr(data-of);display:block;color:var(--soft);font-size:.82rem;line-height:1.4;margin-top:.3rem}
.list td:nth-child(3)::before{content:"实施依据"}.list td:nth-child(4)::before{content:"实施主体"}.list td:nth-child(5)::before{content:"行使层级"}.list td:nth-child(6)::before{content:"承办机构"}.list td:nth-child(7)::before{content:"办事指南"}
.cards td:empty{display:none}
}
@page{size:A4;margin:16mm 14mm 15mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#555}}
@page wide{size:A4 landscape;margin:14mm 12mm 14mm}
@media print{
body{background:#fff;font-size:10pt;line-height:1.5}body.wide{page:wide}
.bar,.skip,.screen,footer a{display:none}
main{margin:0;padding:0;border:0;width:auto}
a{color:inherit;text-decoration:none}
h2,h3{break-after:avoid}h2{font-size:13pt;margin-top:1.4em}h3{font-size:11pt}
table{font-size:9pt;line-height:1.45}th,td{padding:1.2mm 1.6mm}
thead{display:table-header-group}tfoot{display:table-row-group}tr,figure,.limits,dl.facts dd{break-inside:avoid}
thead th,tfoot th,tfoot td,dl.facts dt,.limits li{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.agency{content-visibility:visible}.agencies{break-before:page}
figure svg{max-height:150mm}
}`.replaceAll('\n', '');

export const style = STYLE;

/** Pages load nothing, run nothing, send nothing, and have this one style. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
