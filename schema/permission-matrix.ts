import { readFileSync } from 'node:fs';
import { CATALOG_ACCESS } from '../services/catalog/rules/access';
import { CATALOG_PERMISSIONS } from '../services/catalog/rules/permissions';
import { ORGANISATION_ACCESS } from '../services/organisation/rules/access';
import { PERMISSIONS } from '../services/organisation/rules/permissions';
import { SERVICE_CENTER_ACCESS } from '../services/service-center/rules/access';
import { SERVICE_CENTER_PERMISSIONS } from '../services/service-center/rules/permissions';
import { type Access, actionsOf } from '../services/shared/access';
import { ROLES } from '../services/shared/actor';
import type { Permissions } from '../services/shared/permission';

const SERVICES: readonly (readonly [string, Access<string>, Permissions<string>])[] = [
  ['catalog', CATALOG_ACCESS, CATALOG_PERMISSIONS],
  ['organisation', ORGANISATION_ACCESS, PERMISSIONS],
  ['service-center', SERVICE_CENTER_ACCESS, SERVICE_CENTER_PERMISSIONS],
];
/** The public has no column: no action is granted to it. */
const COLUMNS = ROLES.filter((role) => role !== 'PUBLIC');
const BEGIN = '<!-- permission matrix: written by `npm run compose` -->';
const END = '<!-- end of the permission matrix -->';

/** The tables of all services as one in Markdown: each action, the fields of the API that need it, and how far it reaches for whom. */
function permissionMatrix(): string {
  const header = ['action', 'fields', ...COLUMNS.map((role) => role.replace('_', ' '))];
  const rows = SERVICES.flatMap(([service, access, permissions]) =>
    Object.keys(permissions).map((action) => [
      `${service}: ${action}`,
      fieldsNeeding(access, action).join(', '),
      ...COLUMNS.map((role) => permissions[action]![role]?.toLowerCase() ?? ''),
    ]),
  );
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const fieldsNeeding = (access: Access<string>, action: string): string[] =>
  Object.entries(access).flatMap(([type, fields]) =>
    Object.entries(fields).flatMap(([name, decision]) => (actionsOf(decision)?.includes(action) ? [isRoot(type) ? name : `${type}.${name}`] : [])),
  );

const isRoot = (type: string): boolean => type === 'Query' || type === 'Mutation' || type === 'Subscription';

/** A text with the matrix where its marks stand, as the tables are now. */
export function withPermissionMatrix(file: string): string {
  const text = readFileSync(file, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${file} has no place for the permission matrix`);
  return `${text.slice(0, begin)}${BEGIN}\n${permissionMatrix()}\n${text.slice(end)}`;
}
