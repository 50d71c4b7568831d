import { asc, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { bankProfile, service, vendor } from '@/db/schema/bank';
import { assessment, campaign, pinnedItem } from '@/db/schema/campaign';
import { roundEvidence } from '@/db/schema/evidence';
import { comment, round, verdict } from '@/db/schema/review';
import { type AnswerContent, EMPTY_ANSWER, missingIn } from '@/domain/answer';
import { answerDigest } from '@/domain/answer-digest';
import { whyNotWritable } from '@/domain/assessment-state';
import { bankDateOf, isAfterDeadline, remainingBusinessDays } from '@/domain/deadline';
import { outcomeDueOn } from '@/domain/prior-answer';
import { isAnswerable, whyNotAskable } from '@/domain/question';
import { Refusal } from '@/domain/refusal';
import { asksFor, isOpenAfterReturn, standingRound } from '@/domain/returned-round';
import { receiptHashOf } from '@/domain/submission';
import { assigneesOf } from '../delegations/assignees-of';
import { evidenceFiles } from '../evidence/evidence-rows';
import { query } from '../query';
import { logoUrl } from '../settings/logo-url';
import { answeredItems } from './answered-items';
import { questionsOf } from './own-questions';
import { priorAnswersOf } from './prior-rows';
import { repliesTo } from './reply-rows';
import { sharedBankAnswers } from './shared-bank-answers';
import { submittedAnswers } from './submitted-answers';
import { workspaceSchema } from './workspace.schema';

/** Everything that the vendor's person works with: the items, the answers, what the bank said, where it stands. */
export const openWorkspace = query({
  audience: 'respondent',
  action: 'workspace.open',
  input: z.strictObject({ assessmentId: z.uuid() }),
  output: workspaceSchema,
  async run({ tx, scope, now }, { assessmentId }) {
    const [found] = await tx
      .select({ assessment, campaign, service, vendor, bank: bankProfile })
      .from(assessment)
      .innerJoin(campaign, eq(campaign.id, assessment.campaignId))
      .innerJoin(service, eq(service.id, assessment.serviceId))
      .innerJoin(vendor, eq(vendor.id, assessment.vendorId))
      .innerJoin(bankProfile, eq(bankProfile.tenantId, assessment.tenantId))
      .where(eq(assessment.id, assessmentId));
    if (!found) throw new Refusal('not-found', {});
    const { assessment: owner, campaign: place, bank } = found;
    const items = await answeredItems(tx, place.id, assessmentId);
    const shared = await sharedBankAnswers(tx);
    const rounds = await tx.select().from(round).orderBy(desc(round.number), desc(round.submittedAt));
    const bankOnly = await tx
      .select()
      .from(pinnedItem)
      .where(eq(pinnedItem.answeredBy, 'bank'))
      .orderBy(asc(pinnedItem.position));
    const today = bankDateOf(now);
    const priorOf = await priorAnswersOf(tx, assessmentId, today);
    const assignees = await assigneesOf(tx, assessmentId);
    const questions = await questionsOf(tx, scope, {
      assessmentId,
      answerable: isAnswerable(place.state, owner.state),
    });
    const files = await evidenceFiles(tx, assessmentId);
    const filesOf = (itemId: string) => files.filter((file) => file.itemIds.includes(itemId));
    const isReturned = standingRound(rounds)?.state === 'returned';
    const said = await releasedWords(tx, isReturned, (itemId) => filesOf(itemId).map((file) => file.evidenceId));
    const replies = await repliesTo(tx, said.roundId);
    const notWritable = whyNotWritable(place.state, owner.state);
    return {
      assessmentId,
      bank: {
        name: bank.name,
        nameEn: bank.nameEn,
        selfTerm: bank.selfTerm,
        department: bank.department,
        departmentEn: bank.departmentEn,
        telephone: bank.telephone,
        businessHours: bank.businessHours,
        logo: logoUrl(bank),
      },
      campaignName: place.name,
      fiscalYear: place.fiscalYear,
      referenceDate: place.referenceDate,
      editionTitle: place.editionTitle,
      vendorName: found.vendor.name,
      serviceName: found.service.name,
      dueDate: owner.dueDate,
      closingTime: place.closingTime,
      today,
      businessDaysLeft: remainingBusinessDays(now, owner.dueDate),
      afterDue: isAfterDeadline(now, owner.dueDate, place.closingTime),
      state: owner.state,
      isLead: scope.isLead,
      notWritable,
      notAskable: whyNotAskable(place.state, owner.state),
      mayTakeBack: owner.state === 'submitted' && owner.openedAt === null && place.state === 'running',
      roundNumber: owner.roundNumber,
      receiptHash: receiptHashOf(
        items.map(({ item, revision }) => ({
          number: item.number,
          digest: revision?.digest ?? answerDigest(EMPTY_ANSWER),
          evidence: filesOf(item.id).map((file) => file.sha256),
        })),
      ),
      me: { name: scope.actor.name, department: scope.actor.department },
      items: items.map(({ item, answer, revision }) => {
        const content = answer?.content ?? EMPTY_ANSWER;
        const prior = priorOf(item.id, revision?.id ?? null);
        const dueOn = outcomeDueOn(prior?.hindrance ?? null, today);
        const returned = said.words.get(item.id) ?? null;
        return {
          itemId: item.id,
          number: item.number,
          category: item.category,
          answeredBy: item.answeredBy === 'both' ? ('both' as const) : ('vendor' as const),
          item: item.content,
          content,
          version: answer?.version ?? 0,
          missing: missingIn(content, { ...item.content, outcomeDueOn: dueOn }, filesOf(item.id).length > 0),
          saved:
            answer && revision
              ? {
                  at: answer.updatedAt,
                  by: answer.by.kind === 'system' ? '' : answer.by.name,
                  afterDue: revision.afterDue,
                }
              : null,
          bank: shared.get(item.id) ?? null,
          assignee: assignees.get(item.id) ?? null,
          prior,
          returned,
          mayChange:
            !isReturned ||
            isOpenAfterReturn({
              asks: returned?.asks ?? false,
              submitted: said.submitted.get(item.id) ?? null,
              outcomeDueOn: dueOn,
            }),
          reply: replies.get(item.id) ?? null,
          questions: questions.get(item.id) ?? [],
        };
      }),
      evidence: files,
      sharedItems: bankOnly.flatMap((item) => {
        const content = shared.get(item.id);
        return content
          ? [{ itemId: item.id, number: item.number, category: item.category, item: item.content, bank: content }]
          : [];
      }),
      rounds: rounds.map((each) => ({
        roundId: each.id,
        number: each.number,
        state: each.state,
        submittedAt: each.submittedAt,
        submitterName: each.submitterName,
        submitterTitle: each.submitterTitle,
        receiptHash: each.receiptHash,
        afterDue: each.afterDue === 'after_due',
        returnedAt: each.returnedAt,
        returnMessage: each.returnMessage,
      })),
    };
  },
});

type Words = NonNullable<z.input<typeof workspaceSchema>['items'][number]['returned']>;

/** Verdicts and comments of the newest round that released any, by pinned item; and which round that is. */
async function releasedWords(
  tx: Transaction,
  isReturned: boolean,
  filesOf: (itemId: string) => string[],
): Promise<{ roundId: string | null; words: Map<string, Words>; submitted: ReadonlyMap<string, AnswerContent> }> {
  const judged = await tx
    .select({ number: round.number, roundId: round.id, row: verdict })
    .from(verdict)
    .innerJoin(round, eq(round.id, verdict.roundId));
  const commented = await tx
    .select({ number: round.number, roundId: round.id, row: comment })
    .from(comment)
    .innerJoin(round, eq(round.id, comment.roundId));
  const released = [...judged, ...commented];
  const latest = Math.max(0, ...released.map((each) => each.number));
  const roundId = released.find((each) => each.number === latest)?.roundId ?? null;
  const submitted = roundId === null ? new Map<string, AnswerContent>() : await submittedAnswers(tx, roundId);
  const held = await filesHeldBy(tx, roundId);
  const said = new Map<string, Pick<Words, 'verdict' | 'reason' | 'comment'>>();
  const wordsOn = (itemId: string) => said.get(itemId) ?? { verdict: null, reason: '', comment: '' };
  for (const { row, number } of judged) {
    if (number === latest && row.value !== null)
      said.set(row.itemId, { ...wordsOn(row.itemId), verdict: row.value, reason: row.reason });
  }
  for (const { row, number } of commented) {
    if (number === latest && row.body !== '') said.set(row.itemId, { ...wordsOn(row.itemId), comment: row.body });
  }
  const words = new Map(
    [...said].map(([itemId, each]) => [
      itemId,
      {
        ...each,
        asks: isReturned && asksFor(each),
        submitted: submitted.get(itemId) ?? null,
        filesMoved: !sameFiles(filesOf(itemId), held.get(itemId) ?? new Set()),
      },
    ]),
  );
  return { roundId, words, submitted };
}

const sameFiles = (now: readonly string[], then: ReadonlySet<string>) =>
  now.length === then.size && now.every((evidenceId) => then.has(evidenceId));

/** The files that a round holds, by pinned item. */
async function filesHeldBy(tx: Transaction, roundId: string | null): Promise<Map<string, Set<string>>> {
  const held = new Map<string, Set<string>>();
  if (roundId === null) return held;
  const rows = await tx
    .select({ itemId: roundEvidence.itemId, evidenceId: roundEvidence.evidenceId })
    .from(roundEvidence)
    .where(eq(roundEvidence.roundId, roundId));
  for (const { itemId, evidenceId } of rows) held.set(itemId, (held.get(itemId) ?? new Set()).add(evidenceId));
  return held;
}
