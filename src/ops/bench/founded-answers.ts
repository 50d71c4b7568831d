import { identityTransaction } from '@/auth/doors';
import {
  introduce,
  mintAssessmentScope,
  requireRespondentSession,
  startRespondentSession,
} from '@/auth/respondent-session';
import type { RespondentScope } from '@/db/scope';
import type { Outside } from '@/usecases/command';
import { openWorkspace } from '@/usecases/responses/open-workspace';
import { answerAll } from '@/usecases/testing/answers-fixture';
import { foundTestBank, launchTestCampaign, respondentOf } from '@/usecases/testing/bank-fixture';
import type { AnswerLine } from './save-answer';

export interface FoundedAnswers {
  scope: RespondentScope;
  /** Of the first vendor's person, signed in and introduced. */
  sessionToken: string;
  /** Two vendors of one bank: both write to its one chain. */
  lines: { ours: AnswerLine; baseline: AnswerLine };
}

/** A bank with two vendors who have answered everything, so that every further save is of a standing answer. */
export async function foundAnswers(ownerUrl: string, outside: Outside): Promise<FoundedAnswers> {
  const now = outside.clock.now();
  const bank = await foundTestBank({ ownerUrl }, { slug: 'savings', vendors: 2, now });
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2100-03-31' });
  const [first = '', second = ''] = assessmentIds;
  const lines: AnswerLine[] = [];
  for (const assessmentId of [first, second]) {
    const person = await respondentOf(bank, assessmentId);
    await answerAll(outside, person);
    const [item] = (await openWorkspace(outside, person, { assessmentId })).items;
    if (!item) throw new Error('the checklist has no item');
    const { itemId, version } = item;
    lines.push({
      tenantId: bank.tenantId,
      campaignId,
      assessmentId,
      invitationId: person.invitationId,
      itemId,
      version,
    });
  }
  const [ours, baseline] = lines;
  if (!ours || !baseline) throw new Error('the bench needs two vendors');
  const sessionToken = await signIn('contact1@savings-vendor.example', now);
  const { scope } = await mintAssessmentScope(sessionToken, first, now);
  return { scope, sessionToken, lines: { ours, baseline } };
}

async function signIn(address: string, now: Date): Promise<string> {
  return identityTransaction(async (tx) => {
    const { token } = await startRespondentSession(tx, address, now);
    const session = await requireRespondentSession(tx, token, now);
    await introduce(tx, session, { name: '田中 涼', department: '情報セキュリティ室' });
    return token;
  });
}
