import { parseArgs } from 'node:util';
import { inProject } from '../../../services/shared/project-root';
import { evaluate } from './evaluate';
import { NothingToEvaluate, readDepartments } from './labelled-rows';
import { printReport } from './report';

const USAGE = '用法：npm run eval:matching -- [--lists 清单文件夹] [--json]';

/** `npm run eval:matching`: how well duties are matched to items, on lists whose 部门职责 column says the truth. */
function main(argv: string[]): void {
  const { values } = parseArgs({ args: argv, options: { lists: { type: 'string', default: inProject('..', 'shared', 'data', 'lists') }, json: { type: 'boolean', default: false } } });
  const evaluation = evaluate(readDepartments(values.lists));
  console.log(values.json ? JSON.stringify(evaluation, null, 2) : printReport(evaluation));
}

try {
  main(process.argv.slice(2));
} catch (fault) {
  const usage = fault instanceof TypeError && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS');
  if (!usage && !(fault instanceof NothingToEvaluate)) throw fault;
  console.error(usage ? `${fault.message}\n${USAGE}` : fault.message);
  process.exitCode = 1;
}
