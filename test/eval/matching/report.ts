import type { Evaluation } from './evaluate';
import type { Metrics } from './metrics';

const figures = ({ hit1, hit3, mrr, rows }: Metrics): string => `hit@1 ${hit1.toFixed(3)}  hit@3 ${hit3.toFixed(3)}  MRR ${mrr.toFixed(3)}  ${rows} 行`;

/** The evaluation as lines for a terminal. */
export function printReport({ all, nonEcho, likely, confirmed20, references, departments }: Evaluation): string {
  return [
    '各部门（没有任何已确认的对应）',
    ...departments.map((department) => `  ${figures(department)}  ${department.duties} 条职责  ${department.name}`),
    `全部                 ${figures(all)}`,
    `职责不重述事项名称   ${figures(nonEcho)}`,
    `标为“很可能”         准确率 ${likely.precision.toFixed(3)}  覆盖率 ${likely.coverage.toFixed(3)}`,
    `已确认 20% 后，其余  hit@1 ${confirmed20.hit1.toFixed(3)}  hit@3 ${confirmed20.hit3.toFixed(3)}`,
    `对照（hit@1）        短语关键词（阈值 50） ${references.keywords.toFixed(3)}  二元 TF-IDF ${references.tfidf.toFixed(3)}  BM25 ${references.bm25.toFixed(3)}`,
  ].join('\n');
}
