import type { Basis, LegalityCase } from '../../../../../services/catalog/rules/legality';

/** A basis with only what matters to the test. */
export const basis = (more: Partial<Basis> = {}): Basis => ({
  ordinal: 1,
  title: '中华人民共和国水法',
  level: 'LAW',
  article: '第七条',
  item: null,
  effectiveOn: null,
  repealedOn: null,
  ...more,
});

/** An item with these bases, in their order. */
export const caseOf = (bases: Partial<Basis>[], more: Partial<LegalityCase> = {}): LegalityCase => ({
  name: '取水许可',
  category: 'LICENSE',
  basisText: null,
  bases: bases.map((each, i) => basis({ ordinal: i + 1, ...each })),
  on: '2014-09-10',
  ...more,
});
