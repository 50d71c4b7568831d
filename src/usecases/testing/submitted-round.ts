import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { answer, answerRevision } from '@/db/schema/answer';
import { assessment } from '@/db/schema/campaign';
import { commitment, round, roundItem } from '@/db/schema/review';
import { type AnswerContent, answerDigest, EMPTY_ANSWER, hasPromise, isComplete } from '@/domain/answer';
import { lastDayOf } from '@/domain/promised-date';
import { type TestBank, vendorItems } from './bank-fixture';

export const MET: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '規程を定め、年1回点検しています。' };
export const PARTIAL: AnswerContent = {
  ...EMPTY_ANSWER,
  status: 'partial',
  current: '一部の機器で実施しています。',
  measure: '残りの機器にも広げます。',
  promised: { precision: 'half', fiscalYear: 2027, half: 1 },
  person: '開発部 小林',
};

const BY = { kind: 'respondent' as const, id: newId(), name: '田中 涼', department: '情報セキュリティ室' };

/**
 * Rows as a submission leaves them: an answer and a revision an item, the round that freezes them, its promises.
 * `contents` answers by 通番; everything else is met.
 */
export async function submitTestRound(
  bank: TestBank,
  assessmentId: string,
  now: Date,
  contents: Readonly<Record<number, AnswerContent>> = {},
): Promise<string> {
  const [row] = await bank.system.transaction((tx) =>
    tx.select().from(assessment).where(eq(assessment.id, assessmentId)),
  );
  if (!row) throw new Error('no such assessment');
  const items = await vendorItems(bank, row.campaignId);
  const roundId = newId();
  const place = { tenantId: bank.tenantId, campaignId: row.campaignId, assessmentId };
  await bank.system.transaction(async (tx) => {
    await tx.insert(round).values({
      ...place,
      id: roundId,
      number: row.roundNumber,
      state: 'submitted',
      submittedAt: now,
      submittedBy: BY,
      submitterName: BY.name,
      submitterTitle: '室長',
      receiptHash: '0'.repeat(64),
      afterDue: 'in_time',
    });
    for (const item of items) {
      const content = contents[item.number] ?? MET;
      const revisionId = await saveVendorAnswer(tx, { ...place, itemId: item.id }, content, now);
      await tx
        .insert(roundItem)
        .values({ ...place, id: newId(), roundId, itemId: item.id, slot: 'vendor', revisionId });
      if (!hasPromise(content) || content.promised === null) continue;
      await tx.insert(commitment).values({
        ...place,
        id: newId(),
        roundId,
        itemId: item.id,
        measure: content.measure,
        person: content.person,
        promised: content.promised,
        lastDay: lastDayOf(content.promised),
        state: 'open',
        madeAt: now,
      });
    }
    await tx
      .update(assessment)
      .set({ state: 'submitted', answeredCount: items.length, lastActivityAt: now, version: row.version + 1 })
      .where(eq(assessment.id, assessmentId));
  });
  return roundId;
}

async function saveVendorAnswer(
  tx: Transaction,
  place: { tenantId: string; campaignId: string; assessmentId: string; itemId: string },
  content: AnswerContent,
  now: Date,
): Promise<string> {
  const [before] = await tx
    .select()
    .from(answer)
    .where(
      and(eq(answer.assessmentId, place.assessmentId), eq(answer.itemId, place.itemId), eq(answer.slot, 'vendor')),
    );
  const revisionId = newId();
  const id = before?.id ?? newId();
  const version = (before?.version ?? 0) + 1;
  const facts = {
    content,
    status: content.status,
    complete: isComplete(content),
    version,
    revisionId,
    updatedAt: now,
    by: BY,
  };
  if (before) await tx.update(answer).set(facts).where(eq(answer.id, id));
  else await tx.insert(answer).values({ ...place, id, slot: 'vendor', ...facts });
  await tx.insert(answerRevision).values({
    ...place,
    id: revisionId,
    answerId: id,
    slot: 'vendor',
    version,
    content,
    status: content.status,
    digest: answerDigest(content),
    afterDue: false,
    sitting: newId(),
    at: now,
    by: BY,
  });
  return revisionId;
}
