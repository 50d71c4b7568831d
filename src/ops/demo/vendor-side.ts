import { asc, eq } from 'drizzle-orm';
import { mintRespondentScope } from '@/auth/mint';
import { newId } from '@/db/new-id';
import { service, vendor, vendorContact } from '@/db/schema/bank';
import { assessment, invitation } from '@/db/schema/campaign';
import type { RespondentScope } from '@/db/scope';
import { CONFIRMATIONS } from '@/domain/confirmations';
import type { Outside } from '@/usecases/command';
import { askQuestion } from '@/usecases/questions/ask-question';
import { openWorkspace } from '@/usecases/responses/open-workspace';
import { saveAnswer } from '@/usecases/responses/save-answer';
import { submitAssessment } from '@/usecases/responses/submit-assessment';
import { demoAnswer } from './demo-answers';
import type { FoundedBank } from './found-demo-bank';

export interface Respondent {
  scope: RespondentScope;
  /** The vendor's place in the bank's list, from 0. */
  index: number;
  name: string;
  department: string;
  title: string;
}

/** The invited people of a campaign, in the order of the bank's vendors. */
export async function invitedPeople(bank: FoundedBank, campaignId: string): Promise<Respondent[]> {
  const rows = await bank.system.transaction((tx) =>
    tx
      .select({
        assessmentId: assessment.id,
        serviceId: service.id,
        invitationId: invitation.id,
        name: invitation.name,
        department: vendorContact.department,
      })
      .from(assessment)
      .innerJoin(service, eq(service.id, assessment.serviceId))
      .innerJoin(vendor, eq(vendor.id, assessment.vendorId))
      .innerJoin(invitation, eq(invitation.assessmentId, assessment.id))
      .innerJoin(vendorContact, eq(vendorContact.id, invitation.contactId))
      .where(eq(assessment.campaignId, campaignId))
      .orderBy(asc(vendor.kana)),
  );
  return rows.map((row) => ({
    scope: mintRespondentScope({
      tenantId: bank.tenantId,
      assessmentId: row.assessmentId,
      invitationId: row.invitationId,
      delegatedBy: null,
      personId: newId(),
      name: row.name,
      department: row.department,
      sitting: newId(),
    }),
    index: bank.serviceIds.indexOf(row.serviceId),
    name: row.name,
    department: row.department,
    title: '責任者',
  }));
}

/** Saves the vendor's answers to the first `count` items（all without it）that are not answered yet. */
export async function answerItems(
  outside: Outside,
  { scope, index }: Respondent,
  fiscalYear: number,
  count = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { assessmentId } = scope;
  const { items } = await openWorkspace(outside, scope, { assessmentId });
  for (const { itemId, number, version, item: asked } of items
    .filter((item) => item.missing.length > 0)
    .slice(0, count)) {
    await saveAnswer(outside, scope, {
      assessmentId,
      itemId,
      version,
      content: demoAnswer(index, Number(number), fiscalYear, asked.namedData ?? []),
    });
  }
}

/** Adds to one answer what the bank asked for. */
export async function improveItem(outside: Outside, { scope }: Respondent, itemId: string): Promise<void> {
  const { assessmentId } = scope;
  const { items } = await openWorkspace(outside, scope, { assessmentId });
  const item = items.find((each) => each.itemId === itemId);
  if (!item) throw new Error('the demo improves an item that is not there');
  const content = { ...item.content, current: `${item.content.current}\n実施の記録を毎月確認する運用に改めた。` };
  await saveAnswer(outside, scope, { assessmentId, itemId, version: item.version, content });
}

/** Asks the bank about one item; returns the question. */
export async function askAbout(outside: Outside, { scope }: Respondent, number: string, text: string): Promise<string> {
  const { assessmentId } = scope;
  const { items } = await openWorkspace(outside, scope, { assessmentId });
  const item = items.find((each) => each.number === number);
  if (!item) throw new Error('the demo asks about an item that is not there');
  return (await askQuestion(outside, scope, { assessmentId, itemId: item.itemId, text })).questionId;
}

/** Submits everything as it stands. */
export async function submitAnswers(outside: Outside, { scope, name, department, title }: Respondent): Promise<void> {
  const { assessmentId } = scope;
  const { receiptHash } = await openWorkspace(outside, scope, { assessmentId });
  await submitAssessment(outside, scope, {
    assessmentId,
    seen: receiptHash,
    submitterName: name,
    submitterDepartment: department,
    submitterTitle: title,
    confirmations: [...CONFIRMATIONS],
  });
}
