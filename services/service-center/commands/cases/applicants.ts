import canonicalize from 'canonicalize';
import { createHash, randomBytes } from 'node:crypto';
import { insertRows } from '../../../shared/insert-rows';
import type { ServiceCenterTx } from '../../context';
import type { Applicant } from '../../rules/cases/mask-applicant';

/** An applicant's data with the salt of its commitment. */
export interface SaltedApplicant extends Applicant {
  number: string;
  salt: string;
}

export const saltApplicant = (number: string, { name, idNumber, contact }: Applicant): SaltedApplicant => ({
  number,
  name,
  idNumber,
  contact,
  salt: randomBytes(16).toString('hex'),
});

/** What the journal has of it: proof of what was recorded for who knows data and salt, nothing for anybody else. */
export const commitmentTo = ({ salt, name, idNumber, contact }: SaltedApplicant): string =>
  createHash('sha256')
    .update(salt + (canonicalize({ name, idNumber, contact }) ?? ''))
    .digest('hex');

/** One statement, however many. */
export const writeApplicants = (tx: ServiceCenterTx, applicants: readonly SaltedApplicant[]): Promise<void> =>
  insertRows(
    tx,
    'service_center.case_applicant',
    { case_number: 'text', name: 'text', id_number: 'text', contact: 'text', salt: 'text' },
    applicants.map(({ number, name, idNumber, contact, salt }) => ({ case_number: number, name, id_number: idNumber, contact, salt })),
  );

/** Cases of these whose applicant is recorded, or was and is erased: what is there is not replaced. One statement. */
export async function casesWithApplicant(tx: ServiceCenterTx, numbers: readonly string[]): Promise<Set<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await tx.$queryRawUnsafe<{ number: string }[]>(
    'SELECT case_number AS number FROM service_center.case_applicant WHERE case_number = ANY($1::text[])',
    numbers,
  );
  return new Set(rows.map(({ number }) => number));
}
