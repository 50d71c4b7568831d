import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { assessment } from '@/db/schema/campaign';
import { answerContentSchema } from '@/domain/answer';
import { isOldAnswer, monthsBetween, toldElsewhere } from '@/domain/answer-master';
import { Refusal } from '@/domain/refusal';
import { query } from '../query';
import { answeredItems } from '../responses/answered-items';
import { answersOf, linkedService, toldSchema } from './master-rows';

/**
 * The answer master beside one assessment, for its respondent alone: which items each of the organisation's services has
 * an answer to, from where and how old, and what other banks were told.
 */
export const lookAtMaster = query({
  audience: 'respondent',
  action: 'master.look',
  input: z.strictObject({ assessmentId: z.uuid() }),
  output: z.strictObject({
    /** Null: the person belongs to no organisation; a lead may found one by saving. */
    organisation: z.strictObject({ name: z.string() }).nullable(),
    /** The organisation's services, with the items that each has answers to; `linked` is what this bank's service is. */
    services: z.array(
      z.strictObject({
        masterServiceId: z.uuid(),
        name: z.string(),
        linked: z.boolean(),
        items: z.array(
          z.strictObject({
            itemId: z.uuid(),
            /** Of the master's answer; filling in names it. */
            version: z.int(),
            content: answerContentSchema,
            bankName: z.string(),
            bankNameEn: z.string(),
            campaignName: z.string(),
            /** It was saved from this very assessment. */
            fromHere: z.boolean(),
            byName: z.string(),
            /** When somebody last wrote it, or said by name that it stands unchanged. */
            answeredAt: z.date(),
            /** When it was saved from there. */
            savedAt: z.date(),
            /** Whole months since it was answered. */
            months: z.int(),
            /** Twelve months or older: used only one by one. */
            old: z.boolean(),
            /** What other banks were last told. */
            told: toldSchema,
          }),
        ),
      }),
    ),
  }),
  prepare: ({ accounts }, scope) => accounts.masterOf(scope.actor.id),
  async run({ tx, scope, now }, { assessmentId }, master) {
    const [owner] = await tx.select().from(assessment).where(eq(assessment.id, assessmentId));
    if (!owner) throw new Refusal('not-found', {});
    if (master === null) return { organisation: null, services: [] };
    const items = await answeredItems(tx, owner.campaignId, assessmentId);
    const linked = linkedService(master, owner);
    const services = master.services.map(({ id, name }) => {
      const answerTo = answersOf(master, id);
      return {
        masterServiceId: id,
        name,
        linked: id === linked,
        items: items.flatMap(({ item }) => {
          const kept = answerTo(item.content);
          if (!kept) return [];
          const { version, content, source, byName, answeredAt, savedAt } = kept;
          return [
            {
              itemId: item.id,
              version,
              content,
              bankName: source.bankName,
              bankNameEn: source.bankNameEn,
              campaignName: source.campaignName,
              fromHere: source.assessmentId === assessmentId,
              byName,
              answeredAt,
              savedAt,
              months: monthsBetween(answeredAt, now),
              old: isOldAnswer(answeredAt, now),
              told: toldElsewhere(kept, scope.tenantId),
            },
          ];
        }),
      };
    });
    return { organisation: { name: master.organisationName }, services };
  },
});
