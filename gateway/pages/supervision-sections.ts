import { section } from './facts';
import { html, type Html } from './html';
import type { ItemWithGuide } from './read-guide';
import { dayText, serviceTerm } from './terms';

/** Measures of supervision during and after the act (P16). */
export const measuresSection = (measures: ItemWithGuide['measures']): Html | null =>
  section(
    'measures',
    '事中事后监管措施',
    measures !== null &&
      measures.length > 0 &&
      html`<ol class="lines">${measures.map(({ kind, text, basis, frequency, responsibleOffice }) => html`<li>【${serviceTerm('SupervisionMeasureKind', kind)}】${text}${frequency && html`，${serviceTerm('FrequencyUnit', frequency.unit)}：${frequency.value}`}<span class="sub small soft">${[basis && `依据：${basis}`, responsibleOffice && `责任科室：${responsibleOffice.name ?? responsibleOffice.id}`].filter(Boolean).join('　')}</span></li>`)}</ol>`,
  );

/** Remarks of the public that were published, with their answers (P18); never who made them. */
export const remarksSection = (remarks: ItemWithGuide['remarks']): Html | null =>
  section(
    'remarks',
    '公众意见及答复',
    remarks !== null &&
      remarks.nodes.length > 0 &&
      html`${remarks.nodes.map(({ kind, text, submittedOn, answer, answeredOn, agency }) => html`<div class="remark"><p><strong>${serviceTerm('RemarkKind', kind)}</strong> <span class="small soft">${dayText(submittedOn)}</span></p><p>${text}</p>${answer !== null && html`<p class="soft">${agency?.name ?? agency?.code}答复${answeredOn === null ? '' : `（${dayText(answeredOn)}）`}：${answer}</p>`}</div>`)}${remarks.totalCount > remarks.nodes.length && html`<p class="small soft">共 ${remarks.totalCount} 条，此处列最近 ${remarks.nodes.length} 条。</p>`}`,
  );
