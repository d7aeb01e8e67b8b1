import type { ParsedList } from '../../services/catalog/importers/parsed-list';
import type { Citation, ListedPower } from '../../services/catalog/rules/listed-power';

/** A citation with only what matters to the test. */
export const citation = (title: string, article: string | null = null, more: Partial<Citation> = {}): Citation => ({
  level: 'LAW',
  title,
  documentNumber: null,
  date: null,
  article,
  paragraph: null,
  item: null,
  quoted: null,
  ...more,
});

/** A listed power with only what matters to the test. */
export const power = (name: string, more: Partial<ListedPower> = {}): ListedPower => ({
  sheet: '行政许可',
  row: 3,
  publishedCode: null,
  name,
  subItem: null,
  category: 'LICENSE',
  body: '市水务局',
  offices: [],
  levels: ['MUNICIPAL'],
  authoritySplit: null,
  citations: [citation('中华人民共和国水法', '第七条')],
  basisText: null,
  duty: null,
  responsibilities: null,
  accountability: null,
  supervisionPhone: null,
  remark: null,
  ...more,
});

/** A list of one sheet holding these powers, rows numbered from 3. */
export const listOf = (...powers: ListedPower[]): ParsedList => ({
  fileName: '清单.xlsx',
  sheets: [
    {
      name: '行政许可',
      rowsRead: powers.length,
      powers: powers.map((each, i) => ({ ...each, row: 3 + i })),
      rejected: [],
      passedOver: [],
    },
  ],
});
