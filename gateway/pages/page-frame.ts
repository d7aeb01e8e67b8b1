import { QUERY_PAGE, type Site } from './addresses';
import { html, type Html, trusted } from './html';
import { style } from './styles';

export interface Crumb {
  title: string;
  /** Null: the page itself. */
  address: string | null;
}

export interface Frame {
  title: string;
  crumbs: readonly Crumb[];
  site: Site;
  /** For wide tables: paper lies on its side. */
  wide?: boolean;
}

/** A link on the hub, or its text alone where no site is known. */
export const linked = (site: Site, address: string | null, text: Html | string): Html => (site === null || address === null ? html`${text}` : html`<a href="${site + address}">${text}</a>`);

/** What stands before a page's content: head, way to skip, name of the site, where one is. */
export function pageHead({ title, crumbs, site, wide = false }: Frame): Html {
  return html`<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${trusted(style)}</style></head>
<body${wide && trusted(' class="wide"')}><a class="skip" href="#content">跳到正文</a>
<header class="bar"><div><p>${linked(site, '/', '权力清单公开')}</p>${crumbs.length > 0 && html`<nav aria-label="当前位置"><ol>${crumbs.map(crumb)}</ol></nav>`}</div></header>
<main id="content" tabindex="-1">
`;

  function crumb({ title: text, address }: Crumb): Html {
    return address === null ? html`<li aria-current="page">${text}</li>` : html`<li>${linked(site, address, text)}</li>`;
  }
}

/** What stands after it. */
export const pageFoot = (site: Site): Html => html`
</main>
<footer><p>清单之外无职权：未列入公布清单的事项不得行使。公众对清单的意见可向事项所列监督电话反映。</p>${site !== null && html`<p>${linked(site, QUERY_PAGE, '数据查询接口')}</p>`}</footer>
</body></html>
`;

/** A whole page. */
export const page = (frame: Frame, content: Html | readonly (Html | null | false)[]): Html => html`${pageHead(frame)}${content}${pageFoot(frame.site)}`;

export const sampleNotice = (sample: boolean | null): Html | false => sample === true && html`<div class="notice"><p>示例数据，仅供试用，不代表任何机关的公告。</p></div>`;
