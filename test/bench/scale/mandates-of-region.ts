import { EMPTY_PARTS, mandateId, type Duty, type MandateRecord } from '../../../services/organisation/rules/mandates/mandate-document';
import { ON_THE_LIST } from '../../../services/catalog/rules/on-the-list';
import { pick } from '../random';
import { LISTED_ON, type GeneratedRegion, type GeneratedState } from './region-of-list';
import { CLAUSES, NOUNS } from './words';

const ITEMS_OF_A_DUTY = 12;

/** One mandate in force for every agency; what its duties leave out or name in vain is what a cross-check finds. */
export function mandatesOfRegion({ agencies, states, random }: GeneratedRegion): MandateRecord[] {
  const current = new Map<string, GeneratedState[]>(agencies.map(({ code }) => [code, []]));
  for (const state of states) if (state.validTo === '9999-12-31') current.get(state.facts.agencyCode)!.push(state);
  return agencies.map(({ code, offices }) => {
    const stated = current.get(code)!.filter(({ status }) => ON_THE_LIST.includes(status) && random() < 0.85);
    const groups = Array.from({ length: Math.ceil(stated.length / ITEMS_OF_A_DUTY) + 1 }, (_, i) => stated.slice(i * ITEMS_OF_A_DUTY, (i + 1) * ITEMS_OF_A_DUTY));
    return {
      ...EMPTY_PARTS,
      id: mandateId(code, 1),
      agencyCode: code,
      version: 1,
      state: 'APPROVED',
      origin: 'DOCUMENT',
      title: '主要职责内设机构和人员编制规定',
      documentNumber: null,
      issuedOn: LISTED_ON,
      effectiveOn: LISTED_ON,
      effectiveTo: null,
      reason: null,
      duties: groups.map((items, i): Duty => ({
        number: `（${i + 1}）`,
        text: `负责${pick(random, NOUNS)}、${pick(random, NOUNS)}、${pick(random, NOUNS)}管理第${i + 1}项工作，${pick(random, CLAUSES)}`,
        kind: 'POWER',
        officeId: pick(random, offices).id,
        levels: [],
        itemCodes: items.map(({ facts }) => facts.code),
      })),
    };
  });
}
