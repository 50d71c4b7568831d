import { eq } from 'drizzle-orm';
import { assessment } from '@/db/schema/campaign';
import type { RespondentScope } from '@/db/scope';
import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';
import { CONFIRMATIONS } from '@/domain/confirmations';
import { bankDateOf } from '@/domain/deadline';
import { answeredOn } from '../assessments/lapsed-answers';
import type { Outside } from '../command';
import { openWorkspace } from '../responses/open-workspace';
import { saveAnswer } from '../responses/save-answer';
import { submitAssessment } from '../responses/submit-assessment';
import { addTestEvidence } from './evidence-fixture';

export const MET: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '規程に定め、年1回点検している。' };

/** Saves an answer to every item of the vendor's, with the data and the file it asks for; `contentOf` is told the 通番. */
export async function answerAll(
  outside: Outside,
  scope: RespondentScope,
  contentOf: (number: string) => AnswerContent = () => MET,
): Promise<void> {
  const { assessmentId } = scope;
  const { items } = await openWorkspace(outside, scope, { assessmentId });
  for (const { itemId, number, version, item } of items) {
    const named = Object.fromEntries((item.namedData ?? []).map((name) => [name, `${name} 2026`]));
    const content = { ...contentOf(number), ...(item.namedData && { named }) };
    await saveAnswer(outside, scope, { assessmentId, itemId, version, content });
    if (item.evidenceNeeded) await addTestEvidence(outside, scope, itemId);
  }
}

/** How many answers nothing hinders, as every list has it. */
export async function doneCount(outside: Outside, scope: RespondentScope): Promise<number> {
  return scope.transaction(async (tx) => {
    const [owner] = await tx.select().from(assessment).where(eq(assessment.id, scope.assessmentId));
    if (!owner) throw new Error('the scope has no assessment');
    return answeredOn(tx, owner, bankDateOf(outside.clock.now()));
  });
}

/** Submits what stands, as a person who has read it. */
export async function submitAll(outside: Outside, scope: RespondentScope, submitterName = '田中 涼') {
  const { assessmentId } = scope;
  const { receiptHash } = await openWorkspace(outside, scope, { assessmentId });
  return submitAssessment(outside, scope, {
    assessmentId,
    seen: receiptHash,
    submitterName,
    submitterDepartment: '情報セキュリティ室',
    submitterTitle: '室長',
    confirmations: [...CONFIRMATIONS],
  });
}
