import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { assessment, campaign } from '@/db/schema/campaign';
import { roundEvidence } from '@/db/schema/evidence';
import { commitment, round, roundItem } from '@/db/schema/review';
import { EMPTY_ANSWER, hasPromise, missingIn } from '@/domain/answer';
import { answerDigest } from '@/domain/answer-digest';
import { CONFIRMATIONS } from '@/domain/confirmations';
import { bankDateOf, isAfterDeadline } from '@/domain/deadline';
import { freeTextSchema } from '@/domain/free-text';
import { lastDayOf } from '@/domain/promised-date';
import { Refusal } from '@/domain/refusal';
import { receiptHashOf } from '@/domain/submission';
import { joinSubmitter } from '@/domain/submitter';
import { ASSESSMENT_TRANSITIONS } from '@/domain/transitions';
import { command } from '../command';
import { requireLead } from '../delegations/require-lead';
import { liveEvidence } from '../evidence/evidence-rows';
import { answeredItems } from './answered-items';
import { outcomesDue } from './prior-rows';
import { lockAssessment, requireWritable } from './require-assessment';

const namedSchema = freeTextSchema(100).refine((text) => text.trim() !== '');

/**
 * Submits the answers as a round, by name, department and title: it freezes their revisions and evidence, and its promises become commitments
 * that replace the earlier ones. `seen` is the receipt hash of the answers as the person read them: when a colleague
 * has changed one since, nobody's name stands under it (`stale-record`). Refuses `answers-incomplete`, naming 通番, also
 * where nobody said what became of a promise of last year that came due.
 */
export const submitAssessment = command({
  audience: 'respondent',
  action: 'submission.submit',
  input: z.strictObject({
    assessmentId: z.uuid(),
    seen: z.string().regex(/^[0-9a-f]{64}$/),
    submitterName: namedSchema,
    submitterDepartment: namedSchema,
    submitterTitle: namedSchema,
    confirmations: z
      .array(z.enum(CONFIRMATIONS))
      .refine((given) => CONFIRMATIONS.every((each) => given.includes(each))),
  }),
  output: z.strictObject({
    roundNumber: z.int(),
    submittedAt: z.date(),
    receiptHash: z.string(),
    /** 期限後. */
    afterDue: z.boolean(),
  }),
  async run({ tx, scope, now }, { assessmentId, seen, submitterName, submitterDepartment, submitterTitle }) {
    const { tenantId } = scope;
    requireLead(scope);
    const owner = await lockAssessment(tx, assessmentId);
    const { campaignId } = owner;
    const [place] = await tx.select().from(campaign).where(eq(campaign.id, campaignId));
    if (!place) throw new Refusal('not-found', {});
    requireWritable(place, owner);
    const items = await answeredItems(tx, campaignId, assessmentId);
    const files = await liveEvidence(tx, assessmentId);
    const filesOf = (itemId: string) => files.filter((file) => file.itemId === itemId);
    const receiptHash = receiptHashOf(
      items.map(({ item, revision }) => ({
        number: item.number,
        digest: revision?.digest ?? answerDigest(EMPTY_ANSWER),
        evidence: filesOf(item.id).map((file) => file.sha256),
      })),
    );
    if (receiptHash !== seen) throw new Refusal('stale-record', {});
    const outcomeDue = await outcomesDue(tx, assessmentId, bankDateOf(now));
    const isWhole = ({ item, answer: current }: (typeof items)[number]) =>
      current?.complete === true &&
      missingIn(
        current.content,
        { ...item.content, outcomeDueOn: outcomeDue.get(item.id) },
        filesOf(item.id).length > 0,
      ).length === 0;
    const frozen = items.filter(isWhole).flatMap(({ item, revision }) => (revision ? [{ item, revision }] : []));
    if (frozen.length < items.length) {
      const open = items.filter((each) => !isWhole(each));
      throw new Refusal('answers-incomplete', { numbers: open.map(({ item }) => item.number).join('、') });
    }
    const afterDue = isAfterDeadline(now, owner.dueDate, place.closingTime);
    const [made] = await tx
      .insert(round)
      .values({
        tenantId,
        id: newId(),
        campaignId,
        assessmentId,
        number: owner.roundNumber,
        state: 'submitted',
        submittedAt: now,
        submittedBy: scope.actor,
        submitterName: submitterName.trim(),
        submitterTitle: joinSubmitter(submitterDepartment, submitterTitle),
        receiptHash,
        afterDue: afterDue ? 'after_due' : 'in_time',
      })
      .returning();
    if (!made) throw new Error('the round was not kept');
    const key = { tenantId, campaignId, assessmentId, roundId: made.id };
    await tx.insert(roundItem).values(
      frozen.map(({ item, revision }) => ({
        ...key,
        id: newId(),
        itemId: item.id,
        slot: 'vendor' as const,
        revisionId: revision.id,
        status: revision.status,
      })),
    );
    const submitted = new Set(frozen.map(({ item }) => item.id));
    const held = files.filter(({ itemId }) => submitted.has(itemId));
    if (held.length > 0) {
      await tx
        .insert(roundEvidence)
        .values(held.map(({ itemId, evidenceId }) => ({ ...key, id: newId(), itemId, evidenceId })));
    }
    const replaced = await tx
      .update(commitment)
      .set({ state: 'superseded' })
      .where(and(eq(commitment.assessmentId, assessmentId), eq(commitment.state, 'open')))
      .returning();
    const promises = frozen.flatMap(({ item, revision: { content } }) =>
      hasPromise(content) && content.promised !== null
        ? [
            {
              ...key,
              id: newId(),
              itemId: item.id,
              measure: content.measure,
              person: content.person,
              promised: content.promised,
              lastDay: lastDayOf(content.promised),
              state: 'open' as const,
              madeAt: now,
            },
          ]
        : [],
    );
    const kept = promises.length > 0 ? await tx.insert(commitment).values(promises).returning() : [];
    const [changed] = await tx
      .update(assessment)
      .set({
        state: ASSESSMENT_TRANSITIONS.submit.to,
        openedAt: null,
        lastActivityAt: now,
        version: sql`${assessment.version} + 1`,
      })
      .where(eq(assessment.id, assessmentId))
      .returning();
    if (!changed) throw new Refusal('not-found', {});
    const own = { campaignId, assessmentId };
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'round', row: made, ...own },
      { noun: 'assessment', row: changed, ...own },
      ...[...replaced, ...kept].map((row) => ({ noun: 'commitment' as const, row, ...own })),
    ]);
    return {
      output: { roundNumber: made.number, submittedAt: now, receiptHash, afterDue },
      events: [
        {
          kind: 'round.submitted',
          ...own,
          objects: [made.id, assessmentId],
          payload: {
            digests,
            receiptHash,
            round: made.number,
            afterDue,
            confirmations: [...CONFIRMATIONS],
            revisions: frozen.map(({ revision }) => revision.id),
            evidence: held.map(({ itemId, evidenceId, sha256 }) => ({ itemId, evidenceId, sha256 })),
          },
        },
      ],
      wake: [{ kind: 'campaign.sweep', payload: { tenantId, campaignId } }],
    };
  },
});
