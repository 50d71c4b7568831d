import { writeWorkbook } from '@/adapters/xlsx/write-workbook';
import { mintSystemScope } from '@/auth/mint';
import type { ExportAssessment } from '@/usecases/exports/export.schema';
import { keepExport } from '@/usecases/exports/keep-export';
import { planWorkbook } from '@/usecases/exports/plan-workbook';
import { readAssessment } from '@/usecases/exports/read-assessment';
import { exportWords } from '../export/export-words';
import { campaignWorkbook } from '../export/workbook';
import type { Workbench } from '../workbench';

/** Characters that no file system minds, whatever the campaign is called. */
const fileNameOf = (campaign: string) => `${campaign.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 100)}.xlsx`;

/** Makes a planned file, an assessment at a time. Killed anywhere, the next run begins it anew and one file is kept. */
export async function makeExport(
  { outside }: Workbench,
  { tenantId, exportId }: { tenantId: string; exportId: string },
): Promise<void> {
  const scope = mintSystemScope(tenantId);
  const plan = await planWorkbook(outside, scope, { exportId });
  if (plan === null) return;
  const assessments: ExportAssessment[] = [];
  const totalRows = plan.assessmentIds.length;
  for (const assessmentId of plan.assessmentIds) {
    assessments.push(await readAssessment(outside, scope, { assessmentId }));
    await keepExport(outside, scope, { exportId, doneRows: assessments.length, totalRows, file: null });
  }
  const content = await writeWorkbook(campaignWorkbook(plan, assessments, exportWords(plan.locale)));
  const file = { name: fileNameOf(plan.campaignName), content };
  await keepExport(outside, scope, { exportId, doneRows: totalRows, totalRows, file });
}
