import { approveBankAnswers } from '../bank-answers/approve-bank-answers';
import { listBankAnswers } from '../bank-answers/list-bank-answers';
import { proposeBankAnswers } from '../bank-answers/propose-bank-answers';
import { saveBankAnswer } from '../bank-answers/save-bank-answer';
import type { Outside } from '../command';
import { MET } from './answers-fixture';
import type { TestBank } from './bank-fixture';

/** The bank's default answers to all its items, saved, proposed and approved; `except` leaves one 通番 out. */
export async function approveTestBankAnswers(
  bank: TestBank,
  outside: Outside,
  campaignId: string,
  except: string | null = null,
): Promise<void> {
  const place = { campaignId, assessmentId: null };
  const { items } = await listBankAnswers(outside, bank.members.viewer, place);
  const chosen = items.filter((item) => item.number !== except && item.default.approved === null);
  for (const { itemId, default: standing } of chosen) {
    await saveBankAnswer(outside, bank.members.operator, {
      ...place,
      itemId,
      version: standing.version,
      content: MET,
    });
  }
  await proposeBankAnswers(outside, bank.members.operator, {
    ...place,
    items: chosen.map(({ itemId }) => ({ itemId, share: false })),
  });
  await approveBankAnswers(outside, bank.members.approver, {
    ...place,
    items: chosen.map(({ itemId, default: standing }) => ({ itemId, version: standing.version + 1 })),
  });
}
