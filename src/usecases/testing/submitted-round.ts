import { and, eq } from 'drizzle-orm';
import { round } from '@/db/schema/review';
import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';
import type { Outside } from '../command';
import { answerAll, MET, submitAll } from './answers-fixture';
import { respondentOf, type TestBank } from './bank-fixture';

export const PARTIAL: AnswerContent = {
  ...EMPTY_ANSWER,
  status: 'partial',
  current: '一部の機器で実施しています。',
  measure: '残りの機器にも広げます。',
  promised: { precision: 'half', fiscalYear: 2027, half: 1 },
  person: '開発部 小林',
};

/** Answers and submits as the invited person; `contents` answers by 通番, everything else is met. Returns the round. */
export async function submitTestRound(
  bank: TestBank,
  outside: Outside,
  assessmentId: string,
  contents: Readonly<Record<string, AnswerContent>> = {},
): Promise<string> {
  const respondent = await respondentOf(bank, assessmentId);
  await answerAll(outside, respondent, (number) => contents[number] ?? MET);
  await submitAll(outside, respondent);
  const [made] = await bank.system.transaction((tx) =>
    tx
      .select({ id: round.id })
      .from(round)
      .where(and(eq(round.assessmentId, assessmentId), eq(round.state, 'submitted'))),
  );
  if (!made) throw new Error('nothing was submitted');
  return made.id;
}
