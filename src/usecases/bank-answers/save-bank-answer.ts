import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { answer, answerRevision } from '@/db/schema/answer';
import { answerContentSchema, MISSING_PARTS, missingIn, promiseLastDay, sameContent } from '@/domain/answer';
import { answerDigest } from '@/domain/answer-digest';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { requireBankPlace } from './require-bank-place';

/**
 * The bank's own answer: the campaign's default, or one assessment's override（the default counts again once that is
 * emptied and approved so）. A save names the version that it started from; a stale one is refused with the other text,
 * unless both say the same. What was
 * approved before stays approved until a newer version is.
 */
export const saveBankAnswer = command({
  audience: 'bank',
  action: 'bankAnswers.save',
  input: z.strictObject({
    campaignId: z.uuid(),
    assessmentId: z.uuid().nullable(),
    itemId: z.uuid(),
    version: z.int().min(0),
    content: answerContentSchema,
  }),
  output: z.strictObject({
    version: z.int(),
    complete: z.boolean(),
    missing: z.array(z.enum(MISSING_PARTS)),
    updatedAt: z.date(),
  }),
  async run({ tx, scope, now }, { campaignId, assessmentId, itemId, version, content }) {
    const { tenantId } = scope;
    const [item] = await requireBankPlace(tx, { campaignId, assessmentId, itemIds: [itemId] });
    const missing = missingIn(content, { namedData: item?.content.namedData }, false);
    const level = assessmentId === null ? isNull(answer.assessmentId) : eq(answer.assessmentId, assessmentId);
    const [before] = await tx
      .select()
      .from(answer)
      .where(and(eq(answer.itemId, itemId), eq(answer.slot, 'bank'), level));
    const saved = { complete: missing.length === 0, missing };
    if (before && sameContent(before.content, content)) {
      return { unchanged: { ...saved, version: before.version, updatedAt: before.updatedAt } };
    }
    if (version !== (before?.version ?? 0)) {
      throw new Refusal('stale-save', {
        theirs: before?.content ?? null,
        version: before?.version ?? 0,
        by: before && before.by.kind !== 'system' ? before.by.name : '',
        at: before?.updatedAt ?? now,
      });
    }
    const revisionId = newId();
    const facts = {
      content,
      status: content.status,
      complete: saved.complete,
      promiseLastDay: promiseLastDay(content),
      version: version + 1,
      revisionId,
      updatedAt: now,
      by: scope.actor,
    };
    const place = { tenantId, campaignId, itemId, slot: 'bank' as const, assessmentId };
    const [row] = before
      ? await tx.update(answer).set(facts).where(eq(answer.id, before.id)).returning()
      : await tx
          .insert(answer)
          .values({ id: newId(), ...place, ...facts })
          .returning();
    if (!row) throw new Refusal('not-found', {});
    const digest = answerDigest(content);
    await tx.insert(answerRevision).values({
      id: revisionId,
      answerId: row.id,
      ...place,
      version: row.version,
      content,
      status: content.status,
      digest,
      // The due date is the vendors': the bank's own answers have none.
      afterDue: false,
      sitting: scope.sitting,
      at: now,
      by: scope.actor,
    });
    return {
      output: { ...saved, version: row.version, updatedAt: now },
      events: [
        {
          kind: 'bank_answer.saved',
          campaignId,
          assessmentId,
          objects: [row.id, itemId, revisionId],
          payload: { digests: { [revisionId]: digest }, version: row.version, status: content.status },
        },
      ],
    };
  },
});
