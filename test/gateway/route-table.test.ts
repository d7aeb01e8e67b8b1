import fc from 'fast-check';
import { routeTable } from '../../gateway/route-table';

const find = routeTable([
  ['GET /', 'start'],
  ['POST /imports', 'imports'],
  ['GET /lists/:region/:edition.html', 'list'],
  ['GET /guides/:code.html', 'guide'],
] as const);

it.each([
  ['GET', '/', 'start', {}],
  ['POST', '/imports', 'imports', {}],
  ['GET', '/lists/140100/1.html', 'list', { region: '140100', edition: '1' }],
  ['GET', '/guides/a.html.html', 'guide', { code: 'a.html' }],
  ['GET', '/guides/%E5%8F%96%2F1.html', 'guide', { code: '取/1' }],
])('%s %s is the %s', (method, path, value, params) => expect(find(method, path)).toMatchObject({ value, params }));

it.each([
  ['GET', '/imports'],
  ['POST', '/lists/140100/1.html'],
  ['GET', '/lists/140100/1xhtml'],
  ['GET', '/lists/140100/2/1.html'],
  ['GET', '/guides/.html'],
  ['GET', '/guides/%E5%8F.html'],
  ['GET', '/guides/1.html/'],
])('%s %s is nothing', (method, path) => expect(find(method, path)).toBeNull());

it('finds again whatever was encoded, and its name holds none of it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (code) => {
      const { pathname } = new URL(`/guides/${encodeURIComponent(code)}.html`, 'http://hub');
      fc.pre(pathname.startsWith('/guides/'));
      expect(find('GET', pathname)).toEqual({ name: 'GET /guides/:code.html', value: 'guide', params: { code } });
    }),
  );
});
