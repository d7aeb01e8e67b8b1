import { basisNamesArticle } from '../../../../../services/catalog/rules/legality/basis-names-article';
import { instrumentInForce } from '../../../../../services/catalog/rules/legality/instrument-in-force';
import { instrumentNotRepealed } from '../../../../../services/catalog/rules/legality/instrument-not-repealed';
import { itemHasBasis } from '../../../../../services/catalog/rules/legality/item-has-basis';
import { caseOf } from './a-case';

describe('an item without any basis', () => {
  it('is proposed to be cancelled (P14)', () => {
    expect(itemHasBasis(caseOf([]))).toMatchObject({ clause: 'P14', proposal: 'CANCEL', ordinals: [] });
    expect(itemHasBasis(caseOf([{}]))).toBeNull();
  });
  it('is looked at again where the list prints a basis that was not recognised', () => {
    expect(itemHasBasis(caseOf([], { basisText: '市政府三定方案' }))).toMatchObject({
      proposal: 'REVIEW_BASIS',
      explanation: '所列实施依据未能识别出法律文件：市政府三定方案',
    });
  });
});

it('a basis without article or item is to be completed (P2)', () => {
  expect(basisNamesArticle(caseOf([{}, { article: null, title: '山西省水资源管理条例' }]))).toMatchObject({
    clause: 'P2',
    explanation: '《山西省水资源管理条例》未写明条款',
    proposal: 'COMPLETE_BASIS',
    ordinals: [2],
  });
  expect(basisNamesArticle(caseOf([{ article: null, item: '第112项' }]))).toBeNull();
});

describe('an instrument repealed by the day', () => {
  const repealed = { repealedOn: '2014-09-10' };
  it('is no basis from its first day out of force on', () => {
    expect(instrumentNotRepealed(caseOf([repealed]))).toMatchObject({ proposal: 'CANCEL', ordinals: [1] });
    expect(instrumentNotRepealed(caseOf([repealed, {}]))).toMatchObject({ proposal: 'REVIEW_BASIS', ordinals: [1] });
  });
  it('was one until the day before', () => {
    expect(instrumentNotRepealed(caseOf([repealed], { on: '2014-09-09' }))).toBeNull();
  });
});

it('an instrument is a basis from its first day in force on', () => {
  const later = caseOf([{ effectiveOn: '2015-01-01' }]);
  expect(instrumentInForce(later)).toMatchObject({ ordinals: [1], explanation: '《中华人民共和国水法》在 2014-09-10 尚未施行' });
  expect(instrumentInForce({ ...later, on: '2015-01-01' })).toBeNull();
});
