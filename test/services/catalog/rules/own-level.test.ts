import { ownLevel, withOwnLevel } from '../../../../services/catalog/rules/own-level';

it('a region’s own level is told by its code', () => {
  expect(['140000', '140100', '140105', '140181', '1401Z1'].map(ownLevel)).toEqual(['PROVINCIAL', 'MUNICIPAL', 'COUNTY', 'COUNTY', 'COUNTY']);
});

it('stands in only where the list names no level (P2)', () => {
  expect(withOwnLevel({ levels: [] }, '140100')).toEqual({ levels: ['MUNICIPAL'] });
  expect(withOwnLevel({ levels: ['COUNTY'] }, '140100')).toEqual({ levels: ['COUNTY'] });
});
