import { writeWorkbook } from '@/adapters/xlsx/write-workbook';
import type { ExportAssessment } from '@/usecases/exports/export.schema';
import { planWorkbook } from '@/usecases/exports/plan-workbook';
import { readAssessment } from '@/usecases/exports/read-assessment';
import { exportWords } from './export-words';
import { fileNameOf, type Maker } from './maker';
import { campaignWorkbook } from './workbook';

/** The form of a campaign, read an assessment at a time. */
export const makeCampaignWorkbook: Maker = async ({ outside, scope, exportId, progress }) => {
  const plan = await planWorkbook(outside, scope, { exportId });
  const assessments: ExportAssessment[] = [];
  for (const assessmentId of plan.assessmentIds) {
    assessments.push(await readAssessment(outside, scope, { assessmentId }));
    await progress(assessments.length, plan.assessmentIds.length);
  }
  const content = await writeWorkbook(campaignWorkbook(plan, assessments, exportWords(plan.locale)));
  return { name: fileNameOf(plan.campaignName, 'xlsx'), content, rows: assessments.length };
};
