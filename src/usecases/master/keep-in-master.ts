import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { masterAnswer, masterRevision, masterService, organisationHead } from '@/db/schema/answer-master';
import { type AnswerContent, sameContent } from '@/domain/answer';
import { answerDigest } from '@/domain/answer-digest';
import { keepStanding } from '@/domain/answer-keeping';
import { keptBeside } from '@/domain/answer-master';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { linkTo } from './link-service';
import { offeredAnswersSchema } from './offer-answers';

/** A service's name as the organisation calls it. */
export const serviceNameSchema = freeTextSchema(100).refine((text) => text.trim() !== '');

/** One of the organisation's services, or a new one by name. */
export const chosenServiceSchema = z.union([
  z.strictObject({ masterServiceId: z.uuid() }),
  z.strictObject({ name: serviceNameSchema }),
]);

/** What the person said of saving: newer answers may go, or a single one was looked at and still holds. */
export const keepChoiceSchema = z
  .strictObject({ replaceNewer: z.boolean(), stillHolds: z.boolean() })
  .default({ replaceNewer: false, stillHolds: false });

/**
 * Saves answers to the organisation's master, each a new version where it says something new or to a bank that had not
 * been told so, and remembers which of its services the bank's is. One that is older than what stands is left out unless
 * `replaceNewer`. The same words grow no younger by being saved: only by somebody's word that they still hold, given for
 * the bank or, of a single answer, here (`stillHolds`). `offered` is what `offerAnswers` read; it never comes from a
 * browser.
 */
export const keepInMaster = command({
  audience: 'organisation',
  action: 'organisation.keep',
  input: z.strictObject({ service: chosenServiceSchema, offered: offeredAnswersSchema, choice: keepChoiceSchema }),
  output: z.strictObject({
    masterServiceId: z.uuid(),
    kept: z.int(),
    unchanged: z.int(),
    /** Left out: the master holds a newer answer. */
    older: z.int(),
  }),
  async run({ tx, scope, now }, { service, offered, choice }) {
    const { organisationId, actor } = scope;
    // One writer at a time: two windows may save the same new answer at once.
    await tx.select().from(organisationHead).where(eq(organisationHead.organisationId, organisationId)).for('update');
    const { masterServiceId, events: founded } = await serviceFor(tx, organisationId, service, now);
    const linked = await linkTo(tx, scope, { ...offered.source, serviceId: offered.serviceId, masterServiceId }, now);
    const hashes = offered.answers.map((each) => each.questionHash);
    const standing = await tx
      .select()
      .from(masterAnswer)
      .where(and(eq(masterAnswer.masterServiceId, masterServiceId), inArray(masterAnswer.contentHash, hashes)));
    const told = await lastTold(tx, offered.source.tenantId, standing);
    const stillHolds = choice.stillHolds && offered.answers.length === 1;
    // Two items of one checklist may ask the same; the later one counts.
    const offers = new Map(offered.answers.map((each) => [each.questionHash, each]));
    const digests: Record<string, string> = {};
    let older = 0;
    for (const { questionHash, objective, content: offer, writtenAt, attestedAt, place, ...asked } of offers.values()) {
      const before = standing.find((row) => row.contentHash === questionHash);
      const content = keptBeside(before?.content ?? null, asked, offer);
      const vouchedAt = stillHolds ? now : attestedAt;
      const kept = before ? { content: before.content, answeredAt: before.updatedAt } : null;
      const answeredAt = vouchedAt ?? writtenAt;
      const stands = keepStanding({ content, answeredAt }, kept);
      if (stands === 'older' && !choice.replaceNewer) {
        older += 1;
        continue;
      }
      const isRenewed = stands === 'same' && kept && vouchedAt !== null && vouchedAt > kept.answeredAt;
      const toldHere = told.get(before?.id ?? '');
      if (stands === 'same' && !isRenewed && toldHere && sameContent(toldHere, content)) continue;
      const id = before?.id ?? newId();
      const version = (before?.version ?? 0) + 1;
      const source = { ...offered.source, ...place };
      const facts = { content, source, version, by: actor.id, byName: actor.name };
      if (!before) {
        const key = { organisationId, id, masterServiceId, contentHash: questionHash };
        await tx.insert(masterAnswer).values({ ...key, objective, updatedAt: answeredAt, ...facts });
      } else {
        // Words that only another bank was told stay as they were saved: their source, their day, their name.
        const changed = stands === 'same' && !isRenewed ? { version } : { ...facts, objective, updatedAt: answeredAt };
        await tx.update(masterAnswer).set(changed).where(eq(masterAnswer.id, id));
      }
      const revisionId = newId();
      digests[revisionId] = answerDigest(content);
      await tx
        .insert(masterRevision)
        .values({ organisationId, id: revisionId, masterAnswerId: id, digest: digests[revisionId], at: now, ...facts });
    }
    const kept = Object.keys(digests).length;
    const output = { masterServiceId, kept, unchanged: offers.size - kept - older, older };
    const saved: EventDraft[] =
      kept === 0 ? [] : [{ kind: 'master.kept', objects: Object.keys(digests), payload: { digests } }];
    const [first, ...rest] = [...founded, ...linked, ...saved];
    return first ? { output, events: [first, ...rest] } : { unchanged: output };
  },
});

/** What the bank was last told of each answer. */
async function lastTold(
  tx: Transaction,
  tenantId: string,
  answers: readonly { id: string }[],
): Promise<ReadonlyMap<string, AnswerContent>> {
  const rows = await tx
    .selectDistinctOn([masterRevision.masterAnswerId])
    .from(masterRevision)
    .where(
      and(
        inArray(
          masterRevision.masterAnswerId,
          answers.map(({ id }) => id),
        ),
        sql`${masterRevision.source}->>'tenantId' = ${tenantId}`,
      ),
    )
    .orderBy(masterRevision.masterAnswerId, desc(masterRevision.version));
  return new Map(rows.map((row) => [row.masterAnswerId, row.content]));
}

async function serviceFor(
  tx: Transaction,
  organisationId: string,
  chosen: z.output<typeof chosenServiceSchema>,
  now: Date,
): Promise<{ masterServiceId: string; events: EventDraft[] }> {
  if ('masterServiceId' in chosen) {
    const [known] = await tx.select().from(masterService).where(eq(masterService.id, chosen.masterServiceId));
    if (!known) throw new Refusal('not-found', {});
    return { masterServiceId: known.id, events: [] };
  }
  const [same] = await tx.select().from(masterService).where(eq(masterService.name, chosen.name));
  if (same) return { masterServiceId: same.id, events: [] };
  const masterServiceId = newId();
  await tx.insert(masterService).values({ organisationId, id: masterServiceId, name: chosen.name, madeAt: now });
  const event: EventDraft = {
    kind: 'master.service_added',
    objects: [masterServiceId],
    payload: { name: chosen.name },
  };
  return { masterServiceId, events: [event] };
}
