import { guideAddress, listAddress, type Site, TODAY } from './addresses';
import { facts, list, phone, section } from './facts';
import { guideSections, limitsOf } from './guide-sections';
import { html, type Html } from './html';
import { missingNotice } from './missing-parts';
import { linked, page, sampleNotice } from './page-frame';
import type { GuideReading, ItemWithGuide } from './read-guide';
import { remarksSection, measuresSection } from './supervision-sections';
import { catalogTerm, dayText, serviceTerm } from './terms';

/** The public page of one item: what the list says of it, and how one gets it done. */
export function guidePage(item: ItemWithGuide, missing: GuideReading['missing'], site: Site): Html {
  const title = titleOf(item);
  const isExpected = (element: string): boolean => item.link?.missing.includes(element) ?? false;
  const region = item.region && { code: item.region.code, name: item.region.name ?? item.region.code };
  const crumbs = [...(region ? [{ title: `${region.name}权力清单`, address: listAddress(region.code, TODAY) }] : []), { title: item.subItem ?? item.name, address: null }];
  return page({ title: `${title} 办事指南${region ? ` ${region.name}` : ''}`, crumbs, site }, [
    html`<div class="title"><h1>${item.name}</h1>${item.subItem && html`<p>子项：${item.subItem}</p>`}<p>${item.implementingAgency?.name ?? item.implementingBodyName}　${catalogTerm('PowerCategory', item.category)}　事项编码 ${item.code}</p></div>`,
    missingNotice(missing),
    sampleNotice(item.region?.sample ?? null),
    statusNotice(item, site),
    linkNotice(item),
    item.guide && limitsOf(item.guide),
    section('item', '事项信息', itemFacts(item, site)),
    section('bases', '实施依据', bases(item)),
    ...(item.guide ? guideSections(item.guide, isExpected) : []),
    section('contact', '咨询与监督', contact(item, isExpected)),
    measuresSection(item.measures),
    remarksSection(item.remarks),
  ]);
}

export const titleOf = ({ name, subItem }: Pick<ItemWithGuide, 'name' | 'subItem'>): string => (subItem ? `${name}：${subItem}` : name);

/** What became of an item that may not simply be exercised as it is listed (P5, P14). */
const STATES: Readonly<Record<string, string>> = {
  TIGHTENED: '本事项实行严格管控。',
  SUSPENDED: '本事项已暂停实施。',
  DELEGATED: '本事项已下放。',
  MERGED: '本事项已并入其他事项。',
  CANCELLED: '本事项已取消，不得再行使。',
};

function statusNotice({ status, conditions, successors, delegation }: ItemWithGuide, site: Site): Html | null {
  const state = STATES[status];
  if (state === undefined && delegation === null) return null;
  const others = successors.map(({ kind, code, item }) => html`${catalogTerm('LineageKind', kind)}：${linked(site, guideAddress(code), item ? titleOf(item) : code)}`);
  return html`<div class="notice bad"><p><strong>${state ?? '本事项正在下放。'}</strong>${conditions && html`严管条件：${conditions}`}</p>${delegation && html`<p>${catalogTerm('DelegationForm', delegation.form)}${delegation.toBodyName}行使，${delegation.handedOverOn === null ? `${dayText(delegation.decidedFor)}起交接，交接完成前仍由原机关办理` : `自${dayText(delegation.handedOverOn)}起`}。</p>`}${list(others)}</div>`;
}

/** Whether the item leads to a counter (P3), in words for who wants to go there. */
function linkNotice({ link }: ItemWithGuide): Html | null {
  if (link === null) return null;
  const missing = link.missing.map((element) => serviceTerm('GuideElement', element)).join('、');
  if (link.status === 'MISSING') return html`<div class="notice"><p><strong>本事项尚未公布办事指南。</strong>按规定应当公布：${missing}。</p></div>`;
  if (link.status === 'INCOMPLETE') return html`<div class="notice"><p><strong>办事指南内容不全。</strong>以下要素尚未公布：${missing}。</p></div>`;
  if (link.status === 'BROKEN')
    return html`<div class="notice bad"><p><strong>办事指南有误，前往办理前请先向实施主体核实：</strong></p>${list(link.findings.map(({ path, message }) => `${placeInGuide(path)}：${message}`))}${missing && html`<p>另有要素尚未公布：${missing}。</p>`}</div>`;
  return html`<div class="notice good"><p>办事指南要素齐全。</p></div>`;
}

const PLACES: Readonly<Record<string, string>> = { itemCode: '实施主体', responsibleOfficeId: '承办机构', officerId: '承办人', promisedLimit: '承诺期限', officeId: '承办机构', jointOfficeIds: '联办机构' };

/** Where in a guide something is wrong: `steps.1.officeId` is the second step's office. */
export function placeInGuide(path: string): string {
  const [, index, part = path] = /^steps\.(\d+)\.(\w+)/.exec(path) ?? [];
  return `${index === undefined ? '' : `办理流程第 ${Number(index) + 1} 环节的`}${PLACES[part] ?? part}`;
}

function itemFacts(item: ItemWithGuide, site: Site): Html | null {
  const { implementingAgency, implementingBodyName } = item;
  const related = (others: ItemWithGuide['subItems']): Html | null => list(others.map((other) => linked(site, guideAddress(other.code), titleOf(other))), 'plain');
  return facts([
    { label: '实施主体', value: html`${implementingBodyName}${implementingAgency?.name && implementingAgency.name !== implementingBodyName && html`（${implementingAgency.name}）`}` },
    { label: '行使层级', value: item.exerciseLevels.map((level) => catalogTerm('ExerciseLevel', level)).join('、'), isMissing: true },
    { label: '权限划分', value: item.authoritySplit },
    { label: '承办机构', value: list(item.responsibleOffices.map((office) => office?.name ?? office?.id ?? '未登记'), 'plain') },
    { label: '所属事项', value: item.parent && related([item.parent]) },
    { label: '子项', value: related(item.subItems) },
    { label: '本状态起始日', value: dayText(item.effectiveFrom) },
    { label: '备注', value: item.remark },
  ]);
}

function bases({ legalBases, basisText }: ItemWithGuide): Html {
  if (legalBases.length === 0) return html`<p class="${basisText === null ? 'none' : ''}">${basisText ?? '清单未列明依据。'}</p>`;
  return html`<ol class="lines">${legalBases.map(({ citation, quoted, instrument }) => html`<li>${instrument.kind && html`【${catalogTerm('InstrumentLevel', instrument.kind)}】`}${citation}${quoted && html`<span class="sub small soft">“${quoted}”</span>`}</li>`)}</ol>`;
}

function contact({ implementingAgency, guide, listedSupervisionPhone }: ItemWithGuide, isExpected: (element: string) => boolean): Html | null {
  const office = guide?.responsibleOffice;
  return facts([
    { label: '承办机构', value: office && html`${office.agency?.name} ${office.name ?? office.id}　${phone(office.phone)}`, isMissing: isExpected('RESPONSIBLE_OFFICE') },
    { label: '承办人', value: guide?.officer && [guide.officer.name ?? guide.officer.id, guide.officer.post].filter(Boolean).join('，'), isMissing: isExpected('OFFICER') },
    { label: '咨询电话', value: phone(guide?.enquiryPhone), isMissing: isExpected('ENQUIRY_PHONE') },
    { label: '监督电话', value: phone(guide?.supervisionPhone ?? listedSupervisionPhone), isMissing: true },
    { label: '实施主体电话', value: phone(implementingAgency?.phone) },
    { label: '实施主体地址', value: implementingAgency?.address },
  ]);
}
