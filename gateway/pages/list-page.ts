import { guideAddress, listAddress, type Site, TODAY } from './addresses';
import { list } from './facts';
import { html, type Html, trusted } from './html';
import { type AgencyOnList, type CategoryOfAgency, inOrderOfP1, listByAgency } from './list-by-agency';
import { missingNotice } from './missing-parts';
import { linked, pageFoot, pageHead, sampleNotice } from './page-frame';
import type { ListedItem, PublishedList } from './read-list';
import { catalogTerm, chineseNumber, count, dayText } from './terms';

/** The published list as a page, piece by piece: its heading, then one body after another. */
export function* listPage(published: PublishedList, site: Site): Generator<Html> {
  const agencies = listByAgency(published.items);
  const { region, edition } = published;
  const name = region.name ?? region.code;
  const of = edition ? `第 ${edition.number} 版` : '现行清单';
  yield html`${pageHead({ title: `${name}权力清单（${of}）`, crumbs: [{ title: `${name}权力清单（${of}）`, address: null }], site, wide: true })}${heading(published, agencies.length)}${missingNotice(published.missing)}${sampleNotice(region.sample)}
${agencies.length > 0 && contents(agencies, published.items.length)}<div class="agencies">`;
  for (const [index, agency] of agencies.entries()) yield* agencySection(agency, index + 1, site);
  yield html`</div>${otherEditions(published, site)}${pageFoot(site)}`;
}

function heading({ region, edition, asOf, items, missing }: PublishedList, agencies: number): Html {
  const decision = edition?.document;
  return html`<div class="title"><h1>${region.name ?? region.code}权力清单</h1>
<p>${edition ? `第 ${edition.number} 版　${dayText(edition.publishedOn)}公布` : `现行清单${asOf ? `　截至${dayText(asOf)}` : ''}`}　${missing.has('catalog') ? '已读取' : '共'} ${count(agencies)} 个部门 ${count(items.length)} 项</p>
${decision && html`<p>公布依据：《${decision.title}》${decision.number && `（${decision.number}）`}，${dayText(decision.date)}</p>`}</div>`;
}

const idOf = (agency: AgencyOnList, category?: CategoryOfAgency): string => encodeURIComponent(['bm', agency.code, ...(category ? [category.code] : [])].join('-'));

/** Table of contents and counts in one: every body with its items by category. */
function contents(agencies: readonly AgencyOnList[], total: number): Html {
  const categories = inOrderOfP1(agencies.flatMap((agency) => agency.categories.map(({ code }) => code)));
  const numberOf = (agency: AgencyOnList, category: string): number => agency.categories.find(({ code }) => code === category)?.items.length ?? 0;
  const totalOf = (category: string): number => agencies.reduce((sum, agency) => sum + numberOf(agency, category), 0);
  return html`<section aria-labelledby="contents"><h2 id="contents">目录及数量</h2><table class="counts"><thead><tr><th scope="col">部门</th>${categories.map(({ title }) => html`<th scope="col" class="num by">${shortTitle(title)}</th>`)}<th scope="col" class="num">合计</th></tr></thead><tbody>
${agencies.map(
    (agency, index) => html`<tr><th scope="row">${chineseNumber(index + 1)}、<a href="#${idOf(agency)}">${agency.name}</a></th>${categories.map(({ code }) => html`<td class="num by">${numberOf(agency, code) || null}</td>`)}<td class="num">${count(agency.total)}</td></tr>
`,
  )}</tbody><tfoot><tr><th scope="row">合计</th>${categories.map(({ code }) => html`<td class="num by">${count(totalOf(code))}</td>`)}<td class="num">${count(total)}</td></tr></tfoot></table><p class="small soft">未注明状态的事项均为在列。事项名称下为事项编码；点击事项名称可查看事项信息和办事指南。</p></section>
`;
}

/** 行政许可 → 许可: twelve columns have no room for the same two characters twelve times. */
const shortTitle = (title: string): string => title.replace(/^行政(?=..$)/, '');

function* agencySection(agency: AgencyOnList, number: number, site: Site): Generator<Html> {
  const several = agency.categories.length > 1;
  yield html`<section class="agency" aria-labelledby="${idOf(agency)}"><h2 id="${idOf(agency)}">${chineseNumber(number)}、${agency.name}<small>${count(agency.total)} 项</small></h2>
${several && html`<ul class="jump screen">${agency.categories.map((category) => html`<li><a href="#${idOf(agency, category)}">${category.title}</a> ${count(category.items.length)}</li>`)}<li><a href="#contents">回到目录</a></li></ul>`}
`;
  for (const [index, category] of agency.categories.entries()) yield* categoryTable(agency, category, index + 1, site);
  yield html`</section>
`;
}

const COLUMNS = ['序号', '事项名称及编码', '实施依据', '实施主体', '行使层级', '承办机构', '办事指南'];

/** A piece is so many rows at most. */
const ROWS = 200;

function* categoryTable(agency: AgencyOnList, category: CategoryOfAgency, number: number, site: Site): Generator<Html> {
  yield html`<h3 id="${idOf(agency, category)}">（${chineseNumber(number)}）${category.title}<small>${count(category.items.length)} 项</small></h3>
<table class="list cards" aria-labelledby="${idOf(agency)} ${idOf(agency, category)}"><thead><tr>${COLUMNS.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead><tbody>
`;
  for (let from = 0; from < category.items.length; from += ROWS) yield html`${category.items.slice(from, from + ROWS).map((item, index) => row(item, from + index + 1, site))}`;
  yield html`</tbody></table>
`;
}

function row(item: ListedItem, number: number, site: Site): Html {
  const { code, name, subItem, status, conditions, remark, parent } = item;
  const isBelow = parent !== null;
  const title = isBelow && subItem ? html`<span class="sub">${linked(site, guideAddress(code), subItem)}</span>` : html`${linked(site, guideAddress(code), name)}${subItem && html`<span class="sub">子项：${subItem}</span>`}`;
  return html`<tr${isBelow && BELOW}><td>${number}</td><th scope="row">${title}${status !== 'LISTED' && html`<span class="mark">${catalogTerm('ItemStatus', status)}</span>`}<span class="code">${code}</span>${conditions && html`<span class="sub small">严管条件：${conditions}</span>`}${remark && html`<span class="sub small soft">备注：${remark}</span>`}</th><td>${bases(item)}</td><td>${item.implementingBodyName}</td><td>${list(item.exerciseLevels.map((level) => catalogTerm('ExerciseLevel', level)), 'plain') ?? '未列明'}</td><td>${offices(item)}</td><td>${guide(item, site)}</td></tr>
`;
}

const BELOW = trusted(' class="below"');

function bases({ legalBases, basisText }: ListedItem): Html {
  if (legalBases.length === 0) return basisText === null ? html`<span class="none">未列明依据</span>` : html`${basisText}`;
  return list(legalBases.map(({ citation }) => citation), 'plain')!;
}

const offices = ({ responsibleOffices }: ListedItem): Html | null => list(responsibleOffices.map((office) => office?.name ?? office?.id ?? '未登记'), 'plain');

/** What a link's state means to who looks for the way to the counter. */
const GUIDES: Readonly<Record<string, string>> = { COMPLETE: '要素齐全', INCOMPLETE: '要素不全', BROKEN: '待更正', MISSING: '尚未公布' };

function guide({ code, link }: ListedItem, site: Site): Html {
  if (link === null) return html`<span class="none">暂时无法读取</span>`;
  if (link.status === 'MISSING') return html`<span class="none">${GUIDES.MISSING}</span>`;
  return html`${linked(site, guideAddress(code), '查看指南')}${link.status !== 'COMPLETE' && html`<span class="sub small none">${GUIDES[link.status] ?? link.status}</span>`}`;
}

function otherEditions({ region, edition, editions }: PublishedList, site: Site): Html | false {
  const others = editions.filter(({ number }) => number !== edition?.number);
  if (site === null || (others.length === 0 && edition === null)) return false;
  return html`<section class="screen" aria-labelledby="editions"><h2 id="editions">其他版本</h2><ul class="jump">${edition !== null && html`<li><a href="${site + listAddress(region.code, TODAY)}">现行清单</a></li>`}${others.map(({ number, publishedOn, total }) => html`<li><a href="${site + listAddress(region.code, number)}">第 ${number} 版（${dayText(publishedOn)}，${count(total)} 项）</a></li>`)}</ul></section>`;
}
