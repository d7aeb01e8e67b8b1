import { facts, list, section } from './facts';
import { html, type Html, trusted } from './html';
import type { Guide, GuideMaterial, GuideStep } from './read-guide';
import { dayText, limitText, serviceTerm } from './terms';

/** What people ask first: how long, how often they must come, what it costs. */
export function limitsOf({ statutoryLimit, promisedLimit, visits, fees }: Guide): Html | null {
  const told = [
    ['承诺期限', promisedLimit && limitText({ ...promisedLimit, note: null })],
    ['法定期限', statutoryLimit && limitText({ ...statutoryLimit, note: null })],
    ['到现场次数', visits !== null && `${visits} 次`],
    ['收费', fees.length > 0 && (fees.every(({ standard, name }) => /^(?:不收费|免费)/.test(standard) || name === '不收费') ? '不收费' : '收费，见下')],
  ].filter((pair): pair is [string, string] => Boolean(pair[1]));
  return told.length === 0 ? null : html`<ul class="limits">${told.map(([label, value]) => html`<li><span>${label}</span><strong>${value}</strong></li>`)}</ul>`;
}

/** The guide, section by section; `isExpected`: the element is expected of the item's category and not there. */
export function guideSections(guide: Guide, isExpected: (element: string) => boolean): (Html | null)[] {
  return [
    section('conditions', '受理条件', list(guide.conditions), isExpected('CONDITIONS')),
    section('steps', '办理流程', guide.steps.length > 0 && html`${stepTable(guide.steps)}${drawing(guide.flowchart)}`, isExpected('STEPS')),
    section('materials', '申请材料', materialTable(guide.materials), isExpected('MATERIALS')),
    section('limits', '办理期限', limitFacts(guide, isExpected)),
    section('fees', '收费情况', feeTable(guide.fees), isExpected('FEES') || isExpected('LEVY_STANDARD')),
    section('results', '办理结果', resultList(guide), isExpected('RESULTS')),
    section('places', '办理方式与地点', places(guide, isExpected)),
    section('more', '其他规定', facts([{ label: '数量限制', value: guide.quantityLimit }, { label: '中介服务', value: list(guide.intermediaries.map(({ name, basis }) => (basis ? `${name}（${basis}）` : name)), 'plain') }])),
    section('questions', '常见问题', guide.questions.length > 0 && html`<dl class="facts">${guide.questions.map(({ question, answer }) => html`<dt>${question}</dt><dd>${answer}</dd>`)}</dl>`),
    html`<p class="small soft">办事指南第 ${guide.version} 版，${dayText(guide.effectiveOn)}起适用。</p>`,
  ];
}

/** The service center's drawing is its own markup, in which it escaped what people wrote; anything else is no drawing. */
const drawing = (svg: string | null): Html | null => (svg?.startsWith('<svg') ? html`<figure>${trusted(svg)}<figcaption>办理流程图</figcaption></figure>` : null);

function stepTable(steps: readonly GuideStep[]): Html {
  const branches = steps.some(({ next }) => next.some(({ when }) => when !== null));
  const columns = ['环节', '名称', '承办机构和承办人', '时限', ...(branches ? ['后续环节'] : []), '审查标准', '结果'];
  return html`<table class="cards"><thead><tr>${columns.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead><tbody>${steps.map(
    ({ order, name, office, officer, jointOffices, limit, next, standard, result }) =>
      html`<tr><td class="num">${order}</td><th scope="row">${name}</th><td data-of="承办">${[office && (office.name ?? office.id), officer && (officer.name ?? officer.id)].filter(Boolean).join('，')}${jointOffices.length > 0 && html`<span class="sub small">联办：${jointOffices.map((joint) => `${joint.agency?.name ?? ''}${joint.name ?? joint.id}`).join('、')}</span>`}</td><td data-of="时限">${limit && limitText(limit)}</td>${branches && html`<td data-of="后续环节">${list(next.map(({ to, when }) => `${when === null ? '' : `${when}：`}第 ${to} 环节`), 'plain')}</td>`}<td data-of="审查标准">${standard}</td><td data-of="结果">${result}</td></tr>`,
  )}</tbody></table>`;
}

const term = (vocabulary: string, code: string | null): string | null => (code === null ? null : serviceTerm(vocabulary, code));

function materialTable(materials: readonly GuideMaterial[]): Html | null {
  if (materials.length === 0) return null;
  const columns = ['序号', '材料名称', '要求', '份数', '形式', '来源', '说明'];
  return html`<table class="cards"><thead><tr>${columns.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead><tbody>${materials.map(
    ({ name, requirement, originals, copies, medium, source, howToFill, acceptance, basis }, index) =>
      html`<tr><td class="num">${index + 1}</td><th scope="row">${name}</th><td data-of="要求">${term('MaterialRequirement', requirement)}</td><td data-of="份数">${pieces(originals, copies)}</td><td data-of="形式">${term('MaterialMedium', medium)}</td><td data-of="来源">${term('MaterialSource', source)}</td><td data-of="说明">${list([howToFill && `填报须知：${howToFill}`, acceptance && `受理标准：${acceptance}`, basis && `要求依据：${basis}`].filter((text): text is string => Boolean(text)), 'plain')}</td></tr>`,
  )}</tbody></table>`;
}

const pieces = (originals: number | null, copies: number | null): string =>
  [originals ? `原件 ${originals} 份` : '', copies ? `复印件 ${copies} 份` : ''].filter(Boolean).join('，');

const limitFacts = ({ statutoryLimit, promisedLimit, excludedFromLimit }: Guide, isExpected: (element: string) => boolean): Html | null =>
  facts([
    { label: '法定期限', value: statutoryLimit && limitText(statutoryLimit), isMissing: isExpected('STATUTORY_LIMIT') },
    { label: '承诺期限', value: promisedLimit && limitText(promisedLimit), isMissing: isExpected('PROMISED_LIMIT') },
    { label: '不计入期限', value: list(excludedFromLimit.map(({ procedure, note }) => `${serviceTerm('SpecialProcedure', procedure)}${note ? `：${note}` : ''}`), 'plain') },
  ]);

function feeTable(fees: Guide['fees']): Html | null {
  if (fees.length === 0) return null;
  const reductions = { true: '可减免', false: '不减免', null: '' } as const;
  return html`<table class="cards"><thead><tr>${['序号', '收费项目', '收费标准', '收费依据', '能否减免'].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead><tbody>${fees.map(
    ({ name, standard, legalBasis, reducible }, index) => html`<tr><td class="num">${index + 1}</td><th scope="row">${name}</th><td data-of="收费标准">${standard}</td><td data-of="收费依据">${legalBasis}</td><td data-of="能否减免">${reductions[`${reducible}`]}</td></tr>`,
  )}</tbody></table>`;
}

const resultList = ({ results }: Guide): Html | null =>
  list(results.map(({ name, kind, validity }) => `${name}${kind === null ? '' : `（${serviceTerm('ResultKind', kind)}）`}${validity ? `，有效期：${validity}` : ''}`));

const places = ({ channels, visits, venues, handlingKind, serviceObjects }: Guide, isExpected: (element: string) => boolean): Html | null =>
  facts([
    { label: '办理形式', value: channels.map((channel) => serviceTerm('Channel', channel)).join('、'), isMissing: isExpected('CHANNELS') },
    { label: '办件类型', value: handlingKind && serviceTerm('HandlingKind', handlingKind), isMissing: isExpected('HANDLING_KIND') },
    { label: '服务对象', value: serviceObjects.map((object) => serviceTerm('ServiceObject', object)).join('、'), isMissing: isExpected('SERVICE_OBJECTS') },
    { label: '到现场次数', value: visits !== null && `${visits} 次` },
    { label: '办理地点', value: list(venues.map(({ name, address, hours }) => html`${name}${address && html`<span class="sub">地址：${address}</span>`}${hours && html`<span class="sub">办理时间：${hours}</span>`}`), 'plain'), isMissing: isExpected('VENUES') },
  ]);
