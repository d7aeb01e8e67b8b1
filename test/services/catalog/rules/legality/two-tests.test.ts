import fc from 'fast-check';
import { legalityFindings, legalityTests, LEGALITY_KINDS } from '../../../../../services/catalog/rules/legality';
import { INSTRUMENT_LEVELS, POWER_CATEGORIES, type InstrumentLevel, type PowerCategory } from '../../../../../services/catalog/rules/vocabulary';
import { caseOf } from './a-case';

const kindsOf = (item: ReturnType<typeof caseOf>) => legalityFindings(item).map(({ kind }) => kind);
const decision = { title: '国务院对确需保留的行政审批项目设定行政许可的决定', level: 'STATE_COUNCIL_DECISION' } as const;

describe('the plan’s test and the statutory test, side by side', () => {
  it('both pass on a law in force', () => {
    const item = caseOf([{}]);
    expect(legalityTests(item)).toEqual({ plan: 'PASSED', statute: 'PASSED' });
    expect(legalityFindings(item)).toEqual([]);
  });

  it('differ on a licence by State Council decision: no law or regulation, yet lawfully created', () => {
    const item = caseOf([decision]);
    expect(legalityTests(item)).toEqual({ plan: 'FAILED', statute: 'PASSED' });
    expect(legalityFindings(item)).toMatchObject([{ kind: 'NO_BASIS_IN_LAW_OR_REGULATION', clause: 'P14', proposal: 'CANCEL', ordinals: [1] }]);
  });

  it('differ on enforcement by local regulation: a regulation, yet no rank that may create it', () => {
    const item = caseOf([{ title: '太原市城市管理条例', level: 'LOCAL_REGULATION' }], { category: 'COERCION', name: '强制拆除' });
    expect(legalityTests(item)).toEqual({ plan: 'PASSED', statute: 'FAILED' });
    expect(legalityFindings(item)).toMatchObject([
      { kind: 'BASIS_MAY_NOT_CREATE', clause: '强制法 13', explanation: '《太原市城市管理条例》的效力层级无权设定行政强制执行', proposal: 'CANCEL' },
    ]);
  });

  it('both fail on a normative document, and on no basis at all', () => {
    const item = caseOf([{ level: 'NORMATIVE_DOCUMENT' }]);
    expect(kindsOf(item)).toEqual(['NO_BASIS_IN_LAW_OR_REGULATION', 'BASIS_MAY_NOT_CREATE']);
    expect(legalityTests(caseOf([]))).toEqual({ plan: 'FAILED', statute: 'FAILED' });
    expect(kindsOf(caseOf([]))).toEqual(['NO_BASIS']);
  });

  it('go by what is in force on the day', () => {
    const item = caseOf([{ repealedOn: '2015-01-01' }, { level: 'DEPARTMENT_RULE' }]);
    expect(legalityTests({ ...item, on: '2014-12-31' })).toEqual({ plan: 'PASSED', statute: 'PASSED' });
    expect(legalityTests({ ...item, on: '2015-01-01' })).toEqual({ plan: 'FAILED', statute: 'FAILED' });
    expect(kindsOf({ ...item, on: '2015-01-01' })).toEqual(['NO_BASIS_IN_LAW_OR_REGULATION', 'BASIS_MAY_NOT_CREATE', 'INSTRUMENT_REPEALED']);
  });

  it('say where a limit has to be looked at', () => {
    const item = caseOf([{ title: '山西省水资源管理条例', level: 'LOCAL_REGULATION' }]);
    expect(legalityTests(item)).toEqual({ plan: 'PASSED', statute: 'LIMITED' });
    expect(legalityFindings(item)).toMatchObject([{ kind: 'BASIS_WITHIN_LIMITS', clause: '许可法 14–17', proposal: 'REVIEW_BASIS' }]);
  });

  it('stay open while the rank they hang on is unknown, and only then is it asked for', () => {
    const unknown = { title: '关于加强取水管理的若干规定', level: null };
    expect(legalityTests(caseOf([unknown]))).toEqual({ plan: 'UNDETERMINED', statute: 'UNDETERMINED' });
    expect(kindsOf(caseOf([unknown]))).toEqual(['INSTRUMENT_RANK_UNKNOWN']);
    expect(kindsOf(caseOf([unknown, {}]))).toEqual([]);
    expect(legalityTests(caseOf([], { basisText: '有关规定' }))).toEqual({ plan: 'UNDETERMINED', statute: 'UNDETERMINED' });
  });

  it('the statute reserves the creation of licences, penalties and coercion only', () => {
    expect(legalityTests(caseOf([{ level: 'DEPARTMENT_RULE' }], { category: 'REWARD' }))).toEqual({ plan: 'FAILED', statute: 'NOT_APPLICABLE' });
  });
});

describe('every finding', () => {
  const level = fc.constantFrom(null, ...(Object.keys(INSTRUMENT_LEVELS) as InstrumentLevel[]));
  const day = fc.constantFrom(null, '2014-01-01', '2014-09-10', '2015-01-01');
  const anyBasis = fc.record({ level, article: fc.constantFrom(null, '第七条'), effectiveOn: day, repealedOn: day });
  const anyCase = fc
    .record({
      bases: fc.array(anyBasis, { maxLength: 4 }),
      category: fc.constantFrom(...(Object.keys(POWER_CATEGORIES) as PowerCategory[])),
      basisText: fc.constantFrom(null, '依据'),
    })
    .map(({ bases, ...more }) => caseOf(bases, more));

  it('cites its clause, gives its reason, points at bases of the item, and proposes', () => {
    fc.assert(
      fc.property(anyCase, (item) => {
        const findings = legalityFindings(item);
        expect(new Set(findings.map(({ kind }) => kind)).size).toBe(findings.length);
        for (const { kind, clause, explanation, ordinals } of findings) {
          expect(LEGALITY_KINDS[kind]).toBeTruthy();
          expect(clause).toMatch(/^P\d+$|法 \d/);
          expect(explanation).not.toMatch(/undefined|《》/);
          expect(item.bases.map(({ ordinal }) => ordinal)).toEqual(expect.arrayContaining(ordinals));
        }
      }),
    );
  });

  it('is there whenever a test fails, and never about basis when both pass', () => {
    fc.assert(
      fc.property(anyCase, (item) => {
        const { plan, statute } = legalityTests(item);
        const kinds = kindsOf(item);
        if (plan === 'FAILED' || statute === 'FAILED') expect(kinds.length).toBeGreaterThan(0);
        if (plan === 'PASSED') expect(kinds).not.toContain('NO_BASIS_IN_LAW_OR_REGULATION');
        if (statute === 'PASSED' || statute === 'NOT_APPLICABLE') expect(kinds).not.toContain('BASIS_MAY_NOT_CREATE');
      }),
    );
  });
});
