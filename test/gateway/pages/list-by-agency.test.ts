import fc from 'fast-check';
import { inOrderOfP1, listByAgency } from '../../../gateway/pages/list-by-agency';
import { anItem } from './a-list';

const water = { code: '140100013', name: '太原市水务局' };
const finance = { code: '140100007', name: '太原市财政局' };

it('puts bodies in the order of their codes and categories in that of P1', () => {
  const agencies = listByAgency([
    anItem({ code: 'A', implementingAgency: water, category: 'OTHER' }),
    anItem({ code: 'B', implementingAgency: water, category: 'PENALTY' }),
    anItem({ code: 'C', implementingAgency: finance, category: 'LEVY' }),
    anItem({ code: 'D', implementingAgency: water, category: 'LICENSE' }),
  ]);
  expect(agencies.map(({ name, total, categories }) => [name, total, categories.map(({ title }) => title)])).toEqual([
    ['太原市财政局', 1, ['行政征收']],
    ['太原市水务局', 3, ['行政许可', '行政处罚', '其他行政权力']],
  ]);
});

it('takes the body’s name from the list where the register does not tell it', () => {
  const [agency] = listByAgency([anItem({ implementingAgency: { code: '140100013', name: null }, implementingBodyName: '市水务局' })]);
  expect(agency).toMatchObject({ code: '140100013', name: '市水务局' });
});

it('puts sub-items after their item, also where codes say otherwise', () => {
  const [agency] = listByAgency([anItem({ code: 'A', parent: { code: 'Z' } }), anItem({ code: 'B' }), anItem({ code: 'C', parent: { code: 'Z' } }), anItem({ code: 'Z' })]);
  expect(agency!.categories[0]!.items.map(({ code }) => code)).toEqual(['B', 'Z', 'A', 'C']);
});

it('loses none and doubles none, whatever is below whatever', () => {
  const code = fc.constantFrom(...'ABCDEFGH');
  const item = fc.record({ code, parent: fc.option(fc.record({ code })), category: fc.constantFrom('LICENSE', 'PENALTY', 'NEW_ONE'), implementingAgency: fc.constantFrom(water, finance) });
  fc.assert(
    fc.property(fc.uniqueArray(item, { selector: ({ code }) => code }), (given) => {
      const listed = listByAgency(given.map(anItem)).flatMap(({ categories, total }) => {
        const own = categories.flatMap(({ items }) => items.map(({ code }) => code));
        expect(own).toHaveLength(total);
        return own;
      });
      expect(listed.toSorted()).toEqual(given.map(({ code }) => code).toSorted());
    }),
  );
});

it('shows a category that nobody knows last', () => {
  expect(inOrderOfP1(['NEW_ONE', 'OTHER', 'LICENSE', 'OTHER']).map(({ code }) => code)).toEqual(['LICENSE', 'OTHER', 'NEW_ONE']);
});
