import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROLES } from '../services/shared/actor';
import { readConfig } from './config';
import { createDevelopmentIdentity } from './identity';

const USAGE = '用法：npm run token -- --role REFORM_OFFICE [--region 140100] [--agency 140100013] [--id 张三] [--hours 8]';

/** `npm run token`: a token for trial, signed with the development key in the data directory. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      role: { type: 'string' },
      region: { type: 'string' },
      agency: { type: 'string' },
      id: { type: 'string', default: 'trial' },
      hours: { type: 'string', default: '8' },
    },
  });
  const role = ROLES.find((each) => each === values.role);
  if (role === undefined) throw new Error(`${USAGE}\n角色：${ROLES.join('、')}`);
  const hours = Number(values.hours);
  if (!(hours > 0 && hours <= 24 * 30)) throw new Error(`--hours 应在 0 与 720 之间，收到 ${values.hours}`);
  const identity = createDevelopmentIdentity(path.join(readConfig(process.env).dataDirectory, 'identity.key'));
  const actor = { id: values.id, role, regionCode: values.region ?? null, agencyCode: values.agency ?? null };
  console.log(await identity.issue(actor, hours * 3600));
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 2;
});
