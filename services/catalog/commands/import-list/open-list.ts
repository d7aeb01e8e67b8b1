import type { JournalDraft } from '../../../shared/journal';
import { accept, type Outcome } from '../../../shared/outcome';
import type { CatalogTx } from '../../context';
import { keepsScheme } from '../../rules/list-scheme';

/** A region's first file or first publication begins its list, under the scheme it keeps from then on (P1). */
export async function openList(tx: CatalogTx, regionCode: string, schemeCode: string): Promise<Outcome<JournalDraft[]>> {
  const list = await tx.powerList.findUnique({ where: { regionCode } });
  const kept = keepsScheme(list?.schemeCode ?? null, schemeCode);
  if (!kept.ok) return kept;
  if (list) return accept([]);
  await tx.powerList.create({ data: { regionCode, schemeCode } });
  return accept([
    {
      action: 'ListOpened',
      subject: { kind: 'PowerList', id: regionCode },
      summary: `建立权力清单，类别体系 ${schemeCode}`,
      before: null,
      after: { regionCode, schemeCode },
    },
  ]);
}
