import fc from 'fast-check';
import { checkCharacter, hubCaseNumber, placeOfCase, qualifiedNumber } from '../../../../../services/service-center/rules/cases/case-number';
import { maskApplicant } from '../../../../../services/service-center/rules/cases/mask-applicant';
import { hashQueryCode, isQueryCode } from '../../../../../services/service-center/queries/cases/query-code';

const AGENCY = '140100013';

describe('the number of a case', () => {
  it('names agency, day and serial, and finds every slip and every swap of neighbours', () => {
    const number = hubCaseNumber(AGENCY, '2014-09-05', 7);
    expect(number.slice(0, -1)).toBe('1401000132014090500007');
    expect(placeOfCase(number)).toEqual({ agencyCode: AGENCY, regionCode: '140100' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 21 }), fc.constantFrom(...'0123456789'), (place, digit) => {
        const text = number.slice(0, -1);
        const slipped = text.slice(0, place) + digit + text.slice(place + 1);
        const swapped = text.slice(0, place) + (text[place + 1] ?? '') + text[place] + text.slice(place + 2);
        for (const wrong of [slipped, swapped]) expect(wrong === text || checkCharacter(wrong) !== number.at(-1)).toBe(true);
      }),
    );
  });

  it('is ISO 7064 MOD 37,36', () => {
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
  });

  it('is qualified by its agency when it is the counter’s own', () => {
    const hub = hubCaseNumber(AGENCY, '2014-09-05', 7);
    expect(qualifiedNumber(AGENCY, hub)).toBe(hub);
    expect(qualifiedNumber(AGENCY, '2014-7')).toBe(`${AGENCY}-2014-7`);
    expect(qualifiedNumber(AGENCY, `${AGENCY}-2014-7`)).toBe(`${AGENCY}-2014-7`);
    expect(qualifiedNumber('140100014', hub)).toBe(`140100014-${hub}`);
    expect([qualifiedNumber(AGENCY, ''), qualifiedNumber(AGENCY, 'a b'), qualifiedNumber(AGENCY, '9'.repeat(41))]).toEqual([null, null, null]);
  });
});

describe('what is shown of an applicant', () => {
  it('is recognised by who knows it and teaches nobody', () => {
    expect(maskApplicant({ name: '张三丰', idNumber: '140105199001011234', contact: null })).toEqual({ name: '张**', idNumber: '******', contact: null });
  });
});

describe('a query code', () => {
  it('opens its own case alone, however it is typed', () => {
    const hash = hashQueryCode('N1', 'K7QD-29MX-HT4W');
    expect(isQueryCode('N1', 'k7qd29mxht4w', hash)).toBe(true);
    expect(isQueryCode('N1', 'K7QD-29MX-HT4V', hash)).toBe(false);
    expect(isQueryCode('N2', 'K7QD-29MX-HT4W', hash)).toBe(false);
    expect(isQueryCode('N1', 'K7QD-29MX-HT4W', null)).toBe(false);
  });
});
