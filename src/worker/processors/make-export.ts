import type { Attempt } from '@/adapters/queue/dispatch';
import { mintSystemScope } from '@/auth/mint';
import { describeExport } from '@/usecases/exports/describe-export';
import type { ExportKind } from '@/usecases/exports/export-rows';
import { failExport } from '@/usecases/exports/fail-export';
import { keepExport } from '@/usecases/exports/keep-export';
import { makeCampaignTable } from '../export/campaign-table';
import { makeCampaignWorkbook } from '../export/campaign-workbook';
import { makeEditionJson, makeEditionWorkbook } from '../export/edition-file';
import type { Maker } from '../export/maker';
import { makeVendorCsv, makeVendorWorkbook } from '../export/vendor-table';
import type { Workbench } from '../workbench';

/** Who makes which kind of file. A kind without fails at once. */
const MAKERS: Partial<Record<ExportKind, Maker>> = {
  campaign_xlsx: makeCampaignWorkbook,
  campaign_csv: makeCampaignTable,
  vendors_xlsx: makeVendorWorkbook,
  vendors_csv: makeVendorCsv,
  edition_xlsx: makeEditionWorkbook,
  edition_json: makeEditionJson,
};

/**
 * Makes a planned file. Killed anywhere, the next run begins it anew and one file is kept; what throws to the last
 * attempt ends as failed.
 */
export async function makeExport(
  { outside }: Workbench,
  { tenantId, exportId }: { tenantId: string; exportId: string },
  attempt: Attempt = { last: false },
): Promise<void> {
  const scope = mintSystemScope(tenantId);
  const wanted = await describeExport(outside, scope, { exportId });
  if (wanted === null) return;
  const { kind, ...subject } = wanted;
  const make = MAKERS[kind];
  if (make === undefined) {
    await failExport(outside, scope, { exportId });
    return;
  }
  try {
    const keep = (doneRows: number, totalRows: number, file: { name: string; content: Uint8Array } | null) =>
      keepExport(outside, scope, { exportId, doneRows, totalRows, file });
    const progress = async (doneRows: number, totalRows: number) => {
      await keep(doneRows, totalRows, null);
    };
    const { rows, ...file } = await make({ outside, scope, exportId, ...subject, progress });
    await keep(rows, rows, file);
  } catch (error) {
    if (attempt.last) await failExport(outside, scope, { exportId });
    throw error;
  }
}
