import type { MovedClock } from '@/adapters/clock';
import { addBankBusinessDays } from '@/domain/business-day';
import type { CalendarDate } from '@/domain/calendar-date';
import { bankDateOf, instantAt } from '@/domain/deadline';
import { changeCampaignState } from '@/usecases/campaigns/change-campaign-state';
import type { Outside } from '@/usecases/command';
import { answerQuestion } from '@/usecases/questions/answer-question';
import { showReview } from '@/usecases/reviews/show-review';
import {
  answerAsBank,
  approveSubmission,
  judgeSubmission,
  launchDemoCampaign,
  proposeSubmission,
  returnSubmission,
} from './bank-side';
import { letWorkerCatchUp } from './demo-worker';
import type { FoundedBank } from './found-demo-bank';
import { answerItems, askAbout, improveItem, invitedPeople, type Respondent, submitAnswers } from './vendor-side';

type DemoOutside = Outside & { clock: MovedClock };

/** Sets the clock to a time of a bank business day, `days` after the launch, and lets the worker do what was due by then. */
async function dayAfter(
  outside: DemoOutside,
  bank: FoundedBank,
  campaign: { id: string; launch: CalendarDate },
  days: number,
  time = '10:30',
): Promise<void> {
  const instant = instantAt(addBankBusinessDays(campaign.launch, days), time);
  if (instant > outside.clock.now()) outside.clock.moveTo(instant);
  await letWorkerCatchUp(outside, bank, campaign.id);
}

/** Last fiscal year's: every vendor answered and was approved, one after a return; closed. */
export async function makeFinishedCampaign(outside: DemoOutside, bank: FoundedBank, fiscalYear: number): Promise<void> {
  const launch = bankDateOf(outside.clock.now());
  const campaign = { id: await launchDemoCampaign(outside, bank, fiscalYear), launch };
  const people = await invitedPeople(bank, campaign.id);
  await dayAfter(outside, bank, campaign, 1);
  await answerAsBank(outside, bank, campaign.id);
  await dayAfter(outside, bank, campaign, 5);
  await Promise.all(people.map((person) => answerItems(outside, person, fiscalYear)));
  await dayAfter(outside, bank, campaign, 12);
  for (const person of people) await submitAnswers(outside, person);
  await dayAfter(outside, bank, campaign, 14);
  const [returned] = people;
  for (const person of people) {
    const judged = await judgeSubmission(outside, bank, person.scope.assessmentId);
    if (person === returned) await sendBackAndForth(outside, bank, campaign, person, judged);
  }
  await dayAfter(outside, bank, campaign, 18);
  for (const { scope } of people) {
    const judged = scope === returned?.scope ? await judgeSubmission(outside, bank, scope.assessmentId) : null;
    const roundId = judged?.roundId ?? (await newestRound(bank, outside, scope.assessmentId));
    await proposeSubmission(outside, bank, scope.assessmentId, roundId);
  }
  await dayAfter(outside, bank, campaign, 19);
  for (const { scope } of people) await approveSubmission(outside, bank, scope.assessmentId);
  await dayAfter(outside, bank, campaign, 22);
  await changeCampaignState(outside, bank.as('operator'), { campaignId: campaign.id, action: 'close', reason: '' });
}

async function sendBackAndForth(
  outside: DemoOutside,
  bank: FoundedBank,
  campaign: { id: string; launch: CalendarDate },
  person: Respondent,
  judged: { roundId: string; gapItemId: string },
): Promise<void> {
  await returnSubmission(outside, bank, person.scope.assessmentId, judged);
  await dayAfter(outside, bank, campaign, 16);
  await improveItem(outside, person, judged.gapItemId);
  await submitAnswers(outside, person);
}

async function newestRound(bank: FoundedBank, outside: Outside, assessmentId: string): Promise<string> {
  const { round } = await showReview(outside, bank.as('viewer'), { assessmentId });
  if (!round) throw new Error('the demo has no round to propose');
  return round.id;
}

/** What the vendors of a running campaign have come to, in order; more vendors than steps have not begun. */
const STANDINGS = ['approved', 'answering', 'submitted', 'in_review', 'returned', 'pending_approval'] as const;

/** This fiscal year's, eight bank business days old: a vendor in every state. */
export async function makeRunningCampaign(outside: DemoOutside, bank: FoundedBank, fiscalYear: number): Promise<void> {
  const launch = bankDateOf(outside.clock.now());
  const campaign = { id: await launchDemoCampaign(outside, bank, fiscalYear), launch };
  const people = await invitedPeople(bank, campaign.id);
  const steps = STANDINGS.slice(0, Math.max(1, people.length - 1));
  await dayAfter(outside, bank, campaign, 1);
  await answerAsBank(outside, bank, campaign.id);
  await dayAfter(outside, bank, campaign, 2);
  await Promise.all(
    steps.map(async (step, at) => {
      const person = people[at];
      if (person) await answerItems(outside, person, fiscalYear, step === 'answering' ? 23 : undefined);
    }),
  );
  const asker = people[STANDINGS.indexOf('answering')];
  const asked = asker && (await askAbout(outside, asker, '8', 'グループ会社に委託している業務も、対象に含めますか。'));
  await dayAfter(outside, bank, campaign, 4);
  if (asker && asked) {
    await answerQuestion(outside, bank.as('operator'), {
      assessmentId: asker.scope.assessmentId,
      questionId: asked,
      version: 1,
      answer: 'はい。委託先の会社名も、あわせてお書きください。',
    });
  }
  for (const [at, step] of steps.entries()) {
    const person = people[at];
    if (person && step !== 'answering') await submitAnswers(outside, person);
  }
  await dayAfter(outside, bank, campaign, 6);
  for (const [at, step] of steps.entries()) {
    const assessmentId = people[at]?.scope.assessmentId;
    if (assessmentId === undefined || step === 'answering' || step === 'submitted') continue;
    const judged = await judgeSubmission(outside, bank, assessmentId, step === 'in_review' ? 20 : undefined);
    if (step === 'returned') await returnSubmission(outside, bank, assessmentId, judged);
    if (step === 'approved' || step === 'pending_approval') {
      await proposeSubmission(outside, bank, assessmentId, judged.roundId);
    }
  }
  await dayAfter(outside, bank, campaign, 7);
  if (asker) await askAbout(outside, asker, '24', '社内だけで使う検証環境も、対象に含めますか。');
  const [approved] = people;
  if (approved) await approveSubmission(outside, bank, approved.scope.assessmentId);
  await dayAfter(outside, bank, campaign, 7, '15:00');
}
