import { listAddress, QUERY_PAGE, TODAY } from './addresses';
import { html, type Html } from './html';
import { missingNotice } from './missing-parts';
import { page } from './page-frame';
import type { LatestLists } from './read-latest';
import { count, dayText } from './terms';

/** Where people come in: the published lists, and where programs ask. */
export function startPage({ lists, missing }: LatestLists): Html {
  return page({ title: '权力清单公开', crumbs: [], site: '' }, [
    html`<div class="title"><h1>权力清单公开</h1><p>政府部门行使的每项行政职权：依据、主体、层级和办理流程</p></div>`,
    missingNotice(missing),
    html`<section aria-labelledby="lists"><h2 id="lists">已公布的清单</h2>${lists.length > 0 ? html`<ul class="lists">${lists.map(published)}</ul>` : !missing.has('catalog') && html`<p>尚无已公布的清单。</p>`}</section>
<section aria-labelledby="data"><h2 id="data">数据查询</h2><p>清单、指南、机构和统计数据均可由程序查询：接口地址 <code>/graphql</code>，<a href="${QUERY_PAGE}">打开查询页面</a>试用。</p></section>`,
  ]);
}

const published = ({ regionCode: code, region, number, publishedOn, total }: LatestLists['lists'][number]): Html => html`<li><strong><a href="${listAddress(code, TODAY)}">${region?.name ?? code}权力清单</a></strong>${region?.sample === true && html`<span class="mark">示例数据</span>`}<p class="small soft">最近公布：<a href="${listAddress(code, number)}">第 ${number} 版</a>，${dayText(publishedOn)}，${count(total)} 项</p></li>
`;
