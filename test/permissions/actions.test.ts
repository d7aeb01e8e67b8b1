import { type Actor, type Role, ROLES } from '../../services/shared/actor';
import { accept } from '../../services/shared/outcome';
import { allows, type Permissions } from '../../services/shared/permission';
import { runCommand } from '../../services/shared/run-command';
import type { Store } from '../../services/shared/store';
import { CATALOG_PERMISSIONS } from '../../services/catalog/rules/permissions';
import { PERMISSIONS as ORGANISATION_PERMISSIONS } from '../../services/organisation/rules/permissions';
import { SERVICE_CENTER_PERMISSIONS } from '../../services/service-center/rules/permissions';

const TABLES: [string, Permissions<string>][] = [
  ['catalog', CATALOG_PERMISSIONS],
  ['organisation', ORGANISATION_PERMISSIONS],
  ['service-center', SERVICE_CENTER_PERMISSIONS],
];

const OWN = { regionCode: '140100', agencyCode: '140100013' };
const PLACES = {
  'its own agency': OWN,
  'another agency of its region': { regionCode: '140100', agencyCode: '140100014' },
  'a county of its region': { regionCode: '140105', agencyCode: '140105001' },
  'another region': { regionCode: '650200', agencyCode: '650200001' },
  nowhere: {},
};
/** How far each scope reaches, written out; a role without a grant reaches nothing. */
const REACH: Record<string, readonly (keyof typeof PLACES)[]> = {
  ANY: ['its own agency', 'another agency of its region', 'a county of its region', 'another region', 'nowhere'],
  REGION: ['its own agency', 'another agency of its region', 'a county of its region'],
  AGENCY: ['its own agency'],
  none: [],
};

/** A store that only tells whether a command got as far as its transaction. */
const untouched = {
  schema: 'none',
  database: null,
  prisma: { $transaction: () => Promise.reject(new Error('got in')) },
  wake: null,
  now: () => new Date(0),
} as unknown as Store;

const actorOf = (role: Role): Actor =>
  role === 'PUBLIC' ? { id: 'x', role, regionCode: null, agencyCode: null } : { id: 'x', role, ...OWN };

describe.each(TABLES)('permissions of %s', (_name, table) => {
  const cases = Object.keys(table).flatMap((action) => ROLES.map((role) => [action, role] as const));

  it.each(cases)('%s by %s reaches as far as the table says and no further', async (action, role) => {
    const reach = REACH[table[action]?.[role] ?? 'none']!;
    for (const [place, target] of Object.entries(PLACES)) {
      const may = reach.includes(place as keyof typeof PLACES);
      expect({ place, may: allows(table, action, actorOf(role), target) }).toEqual({ place, may });
      const command = { action, target: () => target, handle: async () => accept({ value: null, entries: [] }) };
      const attempt = runCommand(untouched, table, command, null, actorOf(role));
      const code = role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      if (may) await expect(attempt).rejects.toThrow('got in');
      else await expect(attempt).rejects.toMatchObject({ extensions: { code } });
    }
  });

  it('gives the public nothing', () => {
    for (const action of Object.keys(table)) expect(table[action]).not.toHaveProperty('PUBLIC');
  });
});
