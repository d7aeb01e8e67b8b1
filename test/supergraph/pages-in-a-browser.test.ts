import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext } from 'playwright-core';
import { inflateSync } from 'node:zlib';
import { chromiumPath, startChromium } from '../support/chromium';
import { type SampleHub, sampleHub } from '../support/sample-hub';

const PAGES = [
  ['the start page', '/'],
  ['a list', '/lists/140100/1.html'],
  ['the list of today', '/lists/140100/today.html'],
  ['a whole guide, with a branch in its flow', '/guides/14010001601000101.html'],
  ['a broken guide', '/guides/14010002401000100.html'],
  ['an item without a guide', '/guides/650200207CF51300.html'],
  ['a page that is not there', '/guides/1.html'],
] as const;
const PHONE = { width: 390, height: 844 };
const SCREEN = { width: 1280, height: 900 };

const executable = chromiumPath();

describe('the pages in a browser', () => {
  if (executable === null) {
    // Where changes are let in, the browser has to be there; elsewhere its absence is said.
    it('were not looked at, this machine having no Chromium (apt-get install chromium, or HUB_TEST_CHROMIUM)', () => expect(process.env.CI).not.toBe('true'));
    return;
  }

  let hub: SampleHub;
  let browser: Browser;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([sampleHub({ cacheBytes: 64 * 1024 * 1024 }), startChromium(executable)]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  async function visit<T>(path: string, viewport: { width: number; height: number }, look: (page: Awaited<ReturnType<BrowserContext['newPage']>>) => Promise<T>): Promise<T> {
    const context = await browser.newContext({ viewport, locale: 'zh-CN', javaScriptEnabled: true });
    try {
      const page = await context.newPage();
      await page.goto(`${hub.origin}${path}`);
      return await look(page);
    } finally {
      await context.close();
    }
  }

  describe.each([
    ['a screen', SCREEN],
    ['a phone', PHONE],
  ])('on %s', (_where, viewport) => {
    it.each(PAGES)('%s has no finding of axe', async (_what, path) => {
      const results = await visit(path, viewport, async (page): Promise<AxeResults> => {
        await page.evaluate(axe.source);
        return page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
      });
      expect(results.passes.length).toBeGreaterThan(10); // it looked
      const findings = results.violations.map(({ id, impact, nodes }) => ({ id, impact, first: nodes[0]?.html }));
      expect(findings).toEqual([]);
    });

    it.each(PAGES)('%s is not wider than what it is looked at on', async (_what, path) => {
      const [content, window] = await visit(path, viewport, (page): Promise<[number, number]> => page.evaluate('[document.documentElement.scrollWidth, window.innerWidth]'));
      expect(content).toBeLessThanOrEqual(window);
    });
  });

  it('the first key leads past the head to the content', async () => {
    const where = await visit('/lists/140100/1.html', SCREEN, async (page) => {
      await page.keyboard.press('Tab');
      const first = await page.evaluate('document.activeElement.textContent');
      await page.keyboard.press('Enter');
      return [first, await page.evaluate('location.hash'), await page.evaluate('document.activeElement.id')];
    });
    expect(where).toEqual(['跳到正文', '#content', 'content']);
  });

  it('nothing is asked of anybody else, and nothing is refused by the policy', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    page.on('console', (message) => said.push(message.text()));
    for (const [, path] of PAGES) await page.goto(`${hub.origin}${path}`);
    await context.close();
    expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(PAGES.map(([, path]) => path));
    expect(said.filter((text) => /policy/i.test(text))).toEqual([]);
  });

  describe('on paper', () => {
    it('a list lies on A4 pages of their own numbers, and each page has a table’s header', async () => {
      const pages = pagesOf(
        await visit('/lists/650200/1.html', SCREEN, async (page) => {
          await page.evaluate('for (const other of [...document.querySelectorAll(".agency")].slice(1)) other.remove()'); // one body has tables of many pages
          return page.pdf({ preferCSSPageSize: true });
        }),
      );
      expect(pages.length).toBeGreaterThan(20);
      expect(new Set(pages.map(({ box }) => box))).toEqual(new Set(['842 595']));
      // Nothing else has a ground of this colour: a page of a table that goes on shows it again.
      const headed = pages.filter(({ content }) => content.includes(HEADER_GROUND));
      expect(headed.length).toBeGreaterThanOrEqual(pages.length - 1); // the last may hold no more than the closing line
    });

    it('a guide stands on A4 pages, its drawing whole', async () => {
      const pages = pagesOf(await visit('/guides/14010001601000101.html', SCREEN, (page) => page.pdf({ preferCSSPageSize: true })));
      expect(pages.length).toBeLessThanOrEqual(5);
      expect(new Set(pages.map(({ box }) => box))).toEqual(new Set(['595 842']));
    });
  });
});

/** `--head` of the style sheet, #f3efe7, as PDF writes a colour to fill with. */
const HEADER_GROUND = '.9529 .9373 .9059 rg';

/** The pages of a PDF as Chromium writes it: the size of each in points, and what draws it. */
function pagesOf(pdf: Buffer): { box: string; content: string }[] {
  const text = pdf.toString('latin1');
  const objects = new Map([...text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)].map((match) => [Number(match[1]), match.index + match[0].length]));
  const drawn = (object: number): string => {
    const start = text.indexOf('stream\n', objects.get(object)) + 7;
    return inflateSync(pdf.subarray(start, text.indexOf('\nendstream', start))).toString('latin1');
  };
  return [...text.matchAll(/<<\/Type \/Page\n.*?\/MediaBox \[([^\]]*)\].*?\/Contents (\d+) 0 R/gs)].map(([, box, contents]) => {
    const [, , width, height] = box!.trim().split(/\s+/).map(Number);
    return { box: `${Math.round(width!)} ${Math.round(height!)}`, content: drawn(Number(contents)) };
  });
}
