import { dutyKey, type ItemFacts, type OfficeFacts } from './cross-check-facts';
import { EMPTY_PARTS, type Duty, type MandateDraft } from './mandate-document';

/** An item with the duty its list states beside it (部门职责). */
export type ItemWithDuty = Pick<ItemFacts, 'code' | 'officeIds'> & { duty: string | null };

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** `（二十一）`; above ninety-nine in figures. */
export function dutyNumber(n: number): string {
  if (n > 99) return `（${n}）`;
  const tens = Math.floor(n / 10);
  return `（${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[n % 10]}）`;
}

/**
 * A starting mandate from what the list itself says of an agency: each distinct duty with the items that rest on it, and
 * the offices that handle them. It is marked as derived: nobody has issued it.
 */
export function deriveMandate(items: readonly ItemWithDuty[], offices: ReadonlyMap<string, Pick<OfficeFacts, 'id' | 'name' | 'agencyCode'>>, agencyCode: string, effectiveOn: string): MandateDraft {
  const duties = new Map<string, { text: string; itemCodes: string[] }>();
  for (const { code, duty } of items) {
    const text = duty?.trim() ?? '';
    if (text === '') continue;
    const known = duties.get(dutyKey(text));
    if (known) known.itemCodes.push(code);
    else duties.set(dutyKey(text), { text, itemCodes: [code] });
  }
  const own = [...new Set(items.flatMap(({ officeIds }) => officeIds))].map((id) => offices.get(id)).filter((office) => office?.agencyCode === agencyCode);
  return {
    ...EMPTY_PARTS,
    title: null,
    documentNumber: null,
    issuedOn: null,
    effectiveOn,
    duties: [...duties.values()].map(({ text, itemCodes }, i): Duty => ({ number: dutyNumber(i + 1), text, kind: 'POWER', officeId: null, levels: [], itemCodes })),
    offices: own.flatMap((office) => (office ? { number: null, name: office.name, officeId: office.id, duties: null } : [])),
  };
}
