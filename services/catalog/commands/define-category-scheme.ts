import { accept, refuse } from '../../shared/outcome';
import type { Command } from '../../shared/run-command';
import type { CatalogTx } from '../context';
import type { CatalogAction } from '../rules/permissions';
import { POWER_CATEGORIES, type PowerCategory } from '../rules/vocabulary';

/** A dated set of categories (P1). */
export interface CategorySchemeInput {
  code: string;
  name: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  categories: { category: PowerCategory; ordinal: number; typeCode: string }[];
}

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** Defines a category scheme (P1: dated data, not a constant). Defining the same one again changes nothing. */
export const defineCategoryScheme: Command<CatalogTx, CatalogAction, CategorySchemeInput, { code: string }> = {
  action: 'define-category-scheme',
  target: () => ({}),
  async handle(scheme, { tx }) {
    const unknown = scheme.categories.findIndex(({ category }) => !(category in POWER_CATEGORIES));
    if (unknown >= 0)
      return refuse('UNKNOWN_CATEGORY', 'P1', '类别不在词表内', [
        { path: `categories.${unknown}.category`, value: scheme.categories[unknown]!.category },
      ]);
    if (await tx.categoryScheme.findUnique({ where: { code: scheme.code } }))
      return accept({ value: { code: scheme.code }, entries: [] });
    const { code, name, effectiveFrom, effectiveTo, categories } = scheme;
    await tx.categoryScheme.create({
      data: {
        code,
        name,
        effectiveFrom: day(effectiveFrom),
        effectiveTo: effectiveTo === null ? null : day(effectiveTo),
        categories: { create: categories },
      },
    });
    return accept({
      value: { code },
      entries: [
        {
          action: 'CategorySchemeDefined',
          subject: { kind: 'CategoryScheme', id: code },
          summary: `设定类别体系：${name}`,
          before: null,
          after: { code, name, effectiveFrom, effectiveTo, categories: categories.map((category) => ({ ...category })) },
        },
      ],
    });
  },
};
