import { dayInChina } from '../../../shared/day';
import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import type { ServiceCenterAction } from '../../rules/permissions';
import { numberVersions } from '../record-guides';
import { lastVersions, versionEntry, writeVersions, type NewGuideVersion } from '../write-versions';
import { placeGuides, type ImportGuidesInput } from './place-guides';
import { reportOf, type GuideFate, type GuideImportReport } from './report';

/** Records a file's guides as facts, taken as they are: what is wrong with one is said by its link. */
export const importGuideFacts: Command<ServiceCenterTx, ServiceCenterAction, ImportGuidesInput, GuideImportReport> = {
  action: 'record-guides',
  target: ({ regionCode, agencyCode }) => ({ regionCode, agencyCode }),
  async handle(input, { tx, now }) {
    const placed = await placeGuides(tx, input, dayInChina(now), true);
    const last = await lastVersions(tx, placed.flatMap((one) => ('rejected' in one ? [] : [one.statement.itemCode])));
    const versions: NewGuideVersion[] = [];
    const fates = placed.map((one): GuideFate => {
      if ('rejected' in one) return { kind: 'REJECTED', rejected: one.rejected };
      const numbered = numberVersions([one.statement], last);
      if (!numbered.ok) return { kind: 'REJECTED', rejected: { row: one.read.place.row, code: 'BEFORE_LAST_VERSION', reason: numbered.refusal.message } };
      versions.push(...numbered.value);
      return { kind: numbered.value.length === 0 ? 'UNCHANGED' : 'IMPORTED', notes: one.notes };
    });
    await writeVersions(tx, versions);
    return accept({ value: reportOf(input.file, fates), entries: versions.map((version) => versionEntry('GuideRecorded', version)) });
  },
};
