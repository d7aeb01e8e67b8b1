import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROLES } from '../services/shared/actor';
import { readConfig } from './config';
import { createDevelopmentIdentity, whyNoTrialToken } from './identity';
import { unfitPlace, type UnfitPlace } from './identity/role-needs';

const USAGE = '用法：npm run token -- --role REFORM_OFFICE [--region 140100] [--agency 140100013] [--id 张三] [--hours 8]';

const UNFIT: Record<UnfitPlace, string> = {
  'malformed region': '--region 应为六位地区代码，例如 140100',
  'malformed agency': '--agency 应为九位机构代码，例如 140100013',
  'regional role without a region': '此角色须以 --region 指明地区',
  'agency role without an agency': '此角色须以 --agency 指明机构',
  'agency of another region': '--agency 不在 --region 之内',
};

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
  const config = readConfig(process.env);
  const refusal = whyNoTrialToken({ oidc: config.oidc, isEmbedded: config.databases === null });
  if (refusal !== null) throw new Error(refusal);
  const role = ROLES.find((each) => each === values.role);
  if (role === undefined) throw new Error(`${USAGE}\n角色：${ROLES.join('、')}`);
  const hours = Number(values.hours);
  if (!(hours > 0 && hours <= 24 * 30)) throw new Error(`--hours 应在 0 与 720 之间，收到 ${values.hours}`);
  const actor = { id: values.id, role, regionCode: values.region ?? null, agencyCode: values.agency ?? null };
  const unfit = unfitPlace(actor);
  if (unfit !== null) throw new Error(`${UNFIT[unfit]}\n${USAGE}`);
  const identity = createDevelopmentIdentity(path.join(config.dataDirectory, 'identity.key'));
  console.log(await identity.issue(actor, hours * 3600));
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 2;
});
