import { checkReorganisation } from '../../../../../services/organisation/rules/reorganisation';
import type { ChangeKind } from '../../../../../services/organisation/rules/reorganisation/change-kinds';
import { endingBodies, type KnownBody, type Reorganisation, type ReorganisationFacts } from '../../../../../services/organisation/rules/reorganisation/reorganisation';

const body = (id: string, name: string, more: Partial<KnownBody> = {}): KnownBody => ({
  id,
  name,
  holder: '140100',
  foundedOn: '2000-01-01',
  endedOn: null,
  mayHoldItems: true,
  ...more,
});

const BODIES = [
  body('140100001', '甲局'),
  body('140100002', '乙局'),
  body('140100003', '丙局', { endedOn: '2020-01-01' }),
  body('140100004', '丁所', { mayHoldItems: false }),
  body('140105001', '戊局', { holder: '140105' }),
];

const facts = (more: Partial<ReorganisationFacts> = {}): ReorganisationFacts => ({
  holder: '140100',
  today: '2026-06-01',
  bodies: new Map(BODIES.map((each) => [each.id, each])),
  freshMayHoldItems: [],
  items: [],
  ...more,
});

const change = (kind: ChangeKind, from: string[], to: (string | [id: string | null, name: string | null])[], more: Partial<Reorganisation> = {}): Reorganisation => ({
  subject: 'AGENCY',
  kind,
  effectiveOn: '2026-06-01',
  document: { title: '关于机构调整的通知', number: '并编字〔2026〕3号', date: '2026-05-20' },
  from,
  to: to.map((each) => (typeof each === 'string' ? { id: each, name: null } : { id: each[0], name: each[1] })),
  ...more,
});

const refused = (stated: Reorganisation, more?: Partial<ReorganisationFacts>): [code: string, path: string][] =>
  checkReorganisation(stated, facts(more)).map(({ code, path }) => [code, path]);

describe('an organisation change', () => {
  it.each([
    ['founds one body', change('FOUND', [], [[null, '己局']])],
    ['renames one, its code stated', change('RENAME', ['140100001'], [['140100001', '甲委']])],
    ['merges two into a new one', change('MERGE', ['140100001', '140100002'], [[null, '甲乙局']])],
    ['merges one into another that lives on', change('MERGE', ['140100001', '140100002'], ['140100001'])],
    ['splits one into two new ones', change('SPLIT', ['140100001'], [[null, '甲一局'], [null, '甲二局']])],
    ['splits one that lives on', change('SPLIT', ['140100001'], ['140100001', [null, '甲二局']])],
    ['abolishes one without a successor', change('ABOLISH', ['140100001'], [])],
    ['abolishes one with a successor', change('ABOLISH', ['140100001'], ['140100002'])],
    ['takes effect on a day to come, unless it renames', change('ABOLISH', ['140100001'], ['140100002'], { effectiveOn: '2030-01-01' })],
    ['may change what ends later, as long as it does not end it', change('MERGE', ['140100002', '140100001'], ['140100002'], { effectiveOn: '2019-12-31' })],
  ])('%s', (_what, stated) => {
    expect(refused(stated)).toEqual([]);
  });

  it.each<[string, Reorganisation, [string, string][]]>([
    ['founds nothing out of something', change('FOUND', ['140100001'], [[null, '己局']]), [['BODIES_MISCOUNTED', 'from']]],
    ['is no merger of one', change('MERGE', ['140100001'], ['140100002']), [['BODIES_MISCOUNTED', 'from']]],
    ['merges into one, not two', change('MERGE', ['140100001', '140100002'], [[null, '己局'], [null, '庚局']]), [['BODIES_MISCOUNTED', 'to']]],
    ['splits into two at least', change('SPLIT', ['140100001'], [[null, '己局']]), [['BODIES_MISCOUNTED', 'to']]],
    ['names bodies that exist', change('ABOLISH', ['140100099'], []), [['UNKNOWN_AGENCY', 'from.0']]],
    ['names bodies of its own region', change('ABOLISH', ['140105001'], []), [['UNKNOWN_AGENCY', 'from.0']]],
    ['hands over within its region', change('ABOLISH', ['140100001'], ['140105001']), [['UNKNOWN_AGENCY', 'to.0.id']]],
    ['hands over to somebody known or named', change('ABOLISH', ['140100001'], ['140100088']), [['UNKNOWN_AGENCY', 'to.0.id']]],
    ['names each once', change('MERGE', ['140100001', '140100001'], ['140100002']), [['DUPLICATE_CODE', 'from.1']]],
    ['keeps the code of what it renames', change('RENAME', ['140100001'], [['140100002', '甲委']]), [['CODE_CHANGED', 'to.0.id']]],
    ['abolishes nobody into itself', change('ABOLISH', ['140100001'], ['140100001']), [['SUCCEEDS_ITSELF', 'to.0.id']]],
    ['founds only what is new', change('FOUND', [], [['140100001', '甲局']]), [['ALREADY_REGISTERED', 'to.0.id']]],
    ['names what it founds', change('FOUND', [], [[null, null]]), [['NAME_MISSING', 'to.0.name']]],
    ['renames nobody in passing', change('ABOLISH', ['140100001'], [['140100002', '大乙局']]), [['NAME_DIFFERS', 'to.0.name']]],
    ['states a new name when it renames', change('RENAME', ['140100001'], ['140100001']), [['NAME_MISSING', 'to.0.name']]],
    ['states another name when it renames', change('RENAME', ['140100001'], [['140100001', '甲 局']]), [['NAME_UNCHANGED', 'to.0.name']]],
    ['renames on a day that has come', change('RENAME', ['140100001'], [['140100001', '甲委']], { effectiveOn: '2026-06-02' }), [['RENAME_IN_FUTURE', 'effectiveOn']]],
    ['changes nobody before the founding', change('ABOLISH', ['140100001'], ['140100002'], { effectiveOn: '1999-12-31' }), [['BEFORE_FOUNDING', 'from.0'], ['BEFORE_FOUNDING', 'to.0.id']]],
    ['changes only who is alive on the day', change('ABOLISH', ['140100003'], []), [['NOT_ALIVE_ON_DAY', 'from.0']]],
    ['ends nobody twice', change('ABOLISH', ['140100003'], [], { effectiveOn: '2019-12-31' }), [['NOT_ALIVE_ON_DAY', 'from.0']]],
    ['hands nothing to the abolished', change('ABOLISH', ['140100001'], ['140100003']), [['SUCCESSOR_ABOLISHED', 'to.0.id']]],
  ])('%s', (_what, stated, expected) => {
    expect(refused(stated)).toEqual(expected);
  });

  it('names the document that decided it, by title, number and date', () => {
    const document = { title: ' ', number: '', date: '' };
    expect(refused(change('ABOLISH', ['140100001'], [], { document }))).toEqual([
      ['DOCUMENT_MISSING', 'document.title'],
      ['DOCUMENT_MISSING', 'document.number'],
      ['DOCUMENT_MISSING', 'document.date'],
    ]);
  });

  describe('with items on the list', () => {
    const items = [
      { code: 'A1', name: '取水许可', bodyId: '140100001' },
      { code: 'A2', name: '河道采砂许可', bodyId: '140100001' },
    ];

    it('is refused with every item when nobody takes them (P13)', () => {
      const problems = checkReorganisation(change('ABOLISH', ['140100001'], []), facts({ items }));
      expect(problems.map(({ code, rule, path, value }) => ({ code, rule, path, value }))).toEqual([
        { code: 'ITEMS_WITHOUT_SUCCESSOR', rule: 'P13', path: 'from.0', value: 'A1' },
        { code: 'ITEMS_WITHOUT_SUCCESSOR', rule: 'P13', path: 'from.0', value: 'A2' },
      ]);
      expect(problems[0]!.message).toBe('机构撤销时仍有清单事项“取水许可”，须指明承接者');
    });
    it('does not count an entrusted institution as who takes them (P4)', () => {
      expect(refused(change('ABOLISH', ['140100001'], ['140100004']), { items })).toHaveLength(2);
      expect(refused(change('ABOLISH', ['140100001'], [[null, '己所']]), { items, freshMayHoldItems: [false] })).toHaveLength(2);
    });
    it('goes through when somebody takes them', () => {
      expect(refused(change('ABOLISH', ['140100001'], ['140100004', '140100002']), { items })).toEqual([]);
      expect(refused(change('ABOLISH', ['140100001'], [[null, '己局']]), { items, freshMayHoldItems: [true] })).toEqual([]);
    });
  });

  it('ends who stands before it and not after it', () => {
    expect(endingBodies(change('MERGE', ['140100001', '140100002'], ['140100001']))).toEqual(['140100002']);
    expect(endingBodies(change('RENAME', ['140100001'], [['140100001', '甲委']]))).toEqual([]);
    expect(endingBodies(change('SPLIT', ['140100001'], [[null, '甲一局'], [null, '甲二局']]))).toEqual(['140100001']);
  });
});
