import { readFileSync } from 'node:fs';
import { withPermissionMatrix } from '../../schema/permission-matrix';
import { inProject } from '../../services/shared/project-root';

describe('the permission matrix in the gateway’s README', () => {
  it('is what the tables say (else: npm run compose)', () => {
    const file = inProject('gateway', 'README.md');
    expect(readFileSync(file, 'utf8')).toBe(withPermissionMatrix(file));
  });

  it('has a row for every action and the reach of every grant', () => {
    const text = withPermissionMatrix(inProject('gateway', 'README.md'));
    expect(text).toContain('| organisation: approveMandate | approveMandate |');
    expect(/^\| catalog: read-cycle .*$/m.exec(text)![0].split('|').map((cell) => cell.trim()).slice(3, 6)).toEqual(['agency', 'agency', 'region']);
  });
});
