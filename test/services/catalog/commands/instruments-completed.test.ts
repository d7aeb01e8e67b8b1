import { readJournal } from '../../../../services/shared/journal';
import { power, citation } from '../../../support/powers';
import { askedCatalog, type AskedCatalog } from '../asking-the-catalog';

const LAW = '中华人民共和国水法';
const BASES = `query ($code: ID!) { powerItem(code: $code) { legalBases { instrument { id documentNumber } } } }`;

describe('an instrument that a later list knows more of', () => {
  let catalog: AskedCatalog;
  beforeAll(async () => {
    catalog = await askedCatalog();
    await catalog.list('2014-09-10', power('取水许可', { publishedCode: 'A', citations: [citation(LAW, '第七条')] }));
  });
  afterAll(() => catalog.drop());

  const instrumentOf = async (code: string) => (await catalog.ask<any>(BASES, { code })).powerItem.legalBases[0].instrument;
  const told = async () => (await readJournal(catalog.store.database, 'catalog', 0, 100)).entries.filter(({ subject }) => subject.kind === 'LegalInstrument');

  it('shows with every item that cites it, so the journal says that it changed', async () => {
    const { id, documentNumber } = await instrumentOf('A');
    expect(documentNumber).toBeNull();
    await catalog.list('2015-01-01', power('采砂许可', { publishedCode: 'B', citations: [citation(LAW, '第三十九条', { documentNumber: '主席令第74号' })] }));
    expect(await instrumentOf('A')).toEqual({ id, documentNumber: '主席令第74号' });
    expect(await told()).toMatchObject([
      { action: 'InstrumentCompleted', subject: { id }, before: { documentNumber: null, level: 'LAW' }, after: { documentNumber: '主席令第74号', level: 'LAW', title: LAW } },
    ]);
  });

  it('is not said to change when it is cited again, nor by who knows another number', async () => {
    const before = await told();
    await catalog.list('2015-02-01', power('排水许可', { publishedCode: 'C', citations: [citation(LAW, '第三条', { documentNumber: '主席令第48号' })] }));
    expect((await instrumentOf('A')).documentNumber).toBe('主席令第74号');
    expect(await told()).toEqual(before);
  });
});
