import type { ListedItem, PublishedList } from '../../../gateway/pages/read-list';
import { listPage } from '../../../gateway/pages/list-page';
import { aList } from './a-list';
import { attributes, headings, HOSTILE, textOf, unbalanced } from './markup';

const page = (list: PublishedList, site: string | null = ''): string => [...listPage(list, site)].map(({ text }) => text).join('');
const shown = (item: Partial<ListedItem>): string => textOf(page(aList([item])));

describe('the printed list', () => {
  const forestry = { code: '140100030', name: '太原市林业局' };
  const markup = page(
    aList([
      {},
      { code: 'B', category: 'PENALTY', name: '对擅自取水的处罚', link: { status: 'MISSING' } },
      { code: 'C', implementingAgency: forestry, implementingBodyName: '太原市林业局', link: { status: 'INCOMPLETE' } },
    ]),
  );

  it('names region, edition, day, numbers', () => {
    expect(textOf(markup)).toContain('太原市权力清单 第 2 版 2014年12月1日公布 共 2 个部门 3 项');
    expect(textOf(page(aList([{}], { edition: null, asOf: '2026-01-15' })))).toContain('现行清单 截至2026年1月15日 共 1 个部门 1 项');
  });

  it('says by which decision it was published', () => {
    const document = { title: '关于公布权力清单的决定', number: '并政发〔2014〕1号', date: '2014-11-30' };
    expect(textOf(page(aList([{}], { edition: { number: 2, publishedOn: '2014-12-01', document } })))).toContain('公布依据：《关于公布权力清单的决定》（并政发〔2014〕1号），2014年11月30日');
  });

  it('counts every body by category, and all of them together', () => {
    expect(textOf(markup)).toContain('部门 许可 处罚 合计 一、 太原市水务局 1 1 2 二、 太原市林业局 1 1 合计 2 1 3');
  });

  it('shows name, code, basis, body, level, office of each item, and the way to its guide (P2, P3)', () => {
    expect(textOf(markup)).toContain('1 取水许可 14010001301000100 《中华人民共和国水法》（主席令第74号）第七条 太原市水务局 市级 县级 水资源科 查看指南');
    expect(textOf(markup)).toContain('对擅自取水的处罚 B 《中华人民共和国水法》（主席令第74号）第七条 太原市水务局 市级 县级 水资源科 尚未公布');
    expect(attributes(markup, 'href')).toEqual(expect.arrayContaining(['/guides/14010001301000100.html', '/lists/140100/1.html', '/lists/140100/today.html']));
  });

  it('says what is not in order in words', () => {
    expect(shown({ link: { status: 'INCOMPLETE' } })).toContain('查看指南 要素不全');
    expect(shown({ link: { status: 'BROKEN' } })).toContain('查看指南 待更正');
    expect(shown({ link: null })).toContain('暂时无法读取');
    expect(shown({ legalBases: [], basisText: null })).toContain('未列明依据'); // P11
    expect(shown({ legalBases: [], basisText: '市政府常务会议纪要' })).toContain('市政府常务会议纪要');
    expect(shown({ status: 'TIGHTENED', conditions: '每年不超过十件' })).toMatch(/取水许可 严管 .* 严管条件：每年不超过十件/);
    expect(shown({ responsibleOffices: [{ id: '14010001309', name: null }] })).toContain('14010001309');
  });

  it('shows sub-items under their item, or with its name where the list has no row for it', () => {
    expect(textOf(page(aList([{ code: 'A' }, { code: 'B', subItem: '取水许可延续', parent: { code: 'A' } }])))).toContain('2 取水许可延续 B');
    expect(shown({ subItem: '取水许可延续' })).toContain('取水许可 子项：取水许可延续');
  });

  it('marks sample data', () => {
    expect(textOf(markup)).not.toContain('示例数据');
    expect(textOf(page(aList([{}], { region: { code: '140100', name: '太原市', sample: true } })))).toContain('示例数据，仅供试用，不代表任何机关的公告');
  });

  it('says what could not be read', () => {
    expect(textOf(page(aList([{}], { missing: new Set(['catalog']) })))).toContain('已读取 1 个部门 1 项'); // not all of it came
    expect(textOf(page(aList([{ link: null }], { missing: new Set(['service-center']) })))).toContain('本页内容暂不完整。 以下内容暂时无法读取，请稍后刷新：办事指南及其状态。');
  });

  it('is of Chinese, with a way to skip, one h1, headings in order, and tables whose headers say what they head', () => {
    expect(markup).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(markup.indexOf('class="skip"')).toBeLessThan(markup.indexOf('<header'));
    for (const landmark of ['<header', '<main id="content"', '<footer']) expect(markup.split(landmark)).toHaveLength(2);
    const levels = headings(markup);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
    expect(markup.match(/<th(?![a-z])/g)).toHaveLength(markup.match(/<th scope="(?:col|row)"/g)!.length);
    expect(unbalanced(markup)).toEqual([]);
  });

  it('links to places that are there', () => {
    const ids = attributes(markup, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    const inside = attributes(markup, 'href').filter((href) => href.startsWith('#'));
    expect(inside.length).toBeGreaterThan(3);
    for (const href of inside) expect(ids).toContain(href.slice(1));
    for (const label of attributes(markup, 'aria-labelledby').flatMap((value) => value.split(' '))) expect(ids).toContain(label);
  });

  it('lets nothing that somebody wrote become markup', () => {
    const hostile: Partial<ListedItem> = {
      code: HOSTILE,
      name: HOSTILE,
      subItem: HOSTILE,
      category: HOSTILE,
      status: HOSTILE,
      conditions: HOSTILE,
      exerciseLevels: [HOSTILE],
      legalBases: [{ citation: HOSTILE }],
      implementingAgency: { code: HOSTILE, name: HOSTILE },
      implementingBodyName: HOSTILE,
      responsibleOffices: [{ id: '1', name: HOSTILE }],
      remark: HOSTILE,
      link: { status: HOSTILE },
    };
    const document = { title: HOSTILE, number: HOSTILE, date: '2014-11-30' };
    const attacked = page(aList([hostile], { region: { code: HOSTILE, name: HOSTILE, sample: true }, edition: { number: 2, publishedOn: '2014-12-01', document } }));
    expect(attacked).not.toMatch(/<script|<img|<!--| onerror=(?!alert\(1\)&gt;)| onmouseover='/);
    expect(unbalanced(attacked)).toEqual([]);
    expect(textOf(attacked).split(HOSTILE.replaceAll(/\s+/g, ' ')).length).toBeGreaterThan(14);
    for (const href of attributes(attacked, 'href')) expect(href).toMatch(/^[\w/#.%~!'()*-]*$/);
  });
});

describe('a long list', () => {
  it('comes in pieces of at most two hundred items, so that between them others have their turn', () => {
    const list = aList(Array.from({ length: 1_050 }, (_, index) => ({ code: `I${String(index).padStart(4, '0')}` })));
    const items = [...listPage(list, '')].map(({ text }) => text.split('<span class="code">').length - 1).filter((count) => count > 0);
    expect(items).toEqual([200, 200, 200, 200, 200, 50]);
  });
});

describe('the list as a file', () => {
  it('leads to the hub it is told of', () => {
    expect(attributes(page(aList([{}]), 'https://hub.example'), 'href')).toEqual(expect.arrayContaining(['https://hub.example/guides/14010001301000100.html', 'https://hub.example/lists/140100/1.html']));
  });

  it('leads nowhere outside itself where it knows of no hub', () => {
    for (const href of attributes(page(aList([{}]), null), 'href')) expect(href).toMatch(/^#/);
  });
});
