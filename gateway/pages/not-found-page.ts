import { html, type Html } from './html';
import { page } from './page-frame';

/** For addresses of lists and items that there are not. */
export const notFoundPage = (what: string): Html =>
  page({ title: '没有找到', crumbs: [], site: '' }, html`<div class="title"><h1>没有找到</h1></div><p>${what}</p><p>清单之外无职权：不在公布清单上的事项，任何机关不得行使。</p><p><a href="/">查看已公布的清单</a></p>`);

/** For a page of which nothing at all could be had. */
export const unavailablePage = (why: Html | string | null): Html => page({ title: '暂时无法显示', crumbs: [], site: '' }, html`<div class="title"><h1>暂时无法显示</h1></div><p>${why}</p><p><a href="/">返回首页</a></p>`);
