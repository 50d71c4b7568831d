import { asc, desc, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { organisation, organisationInvitation, organisationMember } from '@/db/schema/answer-master';
import { answerContentSchema } from '@/domain/answer';
import { asInSource, isOldAnswer, monthsBetween, toldElsewhere } from '@/domain/answer-master';
import { Refusal } from '@/domain/refusal';
import { query } from '../query';
import { toldSchema } from './master-rows';

/** The organisation as its members see it: who belongs to it, who was invited, its services and every answer kept. */
export const showOrganisation = query({
  audience: 'organisation',
  action: 'organisation.show',
  input: z.strictObject({}),
  output: z.strictObject({
    name: z.string(),
    members: z.array(z.strictObject({ personId: z.uuid(), name: z.string(), joinedAt: z.date(), isMe: z.boolean() })),
    invitations: z.array(
      z.strictObject({
        joiningId: z.uuid(),
        address: z.string(),
        inviterName: z.string(),
        invitedAt: z.date(),
        mailState: z.enum(['planned', 'sending', 'sent', 'uncertain', 'failed']),
      }),
    ),
    services: z.array(
      z.strictObject({
        masterServiceId: z.uuid(),
        name: z.string(),
        answers: z.array(
          z.strictObject({
            answerId: z.uuid(),
            objective: z.string(),
            content: answerContentSchema,
            bankName: z.string(),
            bankNameEn: z.string(),
            campaignName: z.string(),
            byName: z.string(),
            /** When somebody last wrote it, or said by name that it stands unchanged. */
            answeredAt: z.date(),
            savedAt: z.date(),
            /** Whole months since it was answered. */
            months: z.int(),
            old: z.boolean(),
            /** 通番 and 区分 of the item there; null in what was saved before they were noted. */
            number: z.string().nullable(),
            category: z.string().nullable(),
            /** Every bank that was told of it, and what, where that is something else. */
            told: toldSchema,
          }),
        ),
      }),
    ),
  }),
  prepare: ({ accounts }, scope) => accounts.masterOf(scope.actor.id),
  async run({ tx, scope, now }, _input, master) {
    const [own] = await tx.select().from(organisation);
    if (!own || master?.organisationId !== own.id) throw new Refusal('not-found', {});
    const members = await tx
      .select()
      .from(organisationMember)
      .where(isNull(organisationMember.leftAt))
      .orderBy(asc(organisationMember.joinedAt));
    const invited = await tx.select().from(organisationInvitation).orderBy(desc(organisationInvitation.invitedAt));
    return {
      name: own.name,
      members: members.map(({ personId, name, joinedAt }) => ({
        personId,
        name,
        joinedAt,
        isMe: personId === scope.actor.id,
      })),
      invitations: invited
        .filter(({ acceptedAt, revokedAt }) => acceptedAt === null && revokedAt === null)
        .map(({ id, address, inviterName, invitedAt, mailState }) => ({
          joiningId: id,
          address,
          inviterName,
          invitedAt,
          mailState,
        })),
      services: master.services.map(({ id, name }) => ({
        masterServiceId: id,
        name,
        answers: master.answers
          .filter(({ masterServiceId }) => masterServiceId === id)
          .toSorted(asInSource)
          .map((kept) => ({
            answerId: kept.id,
            objective: kept.objective,
            content: kept.content,
            bankName: kept.source.bankName,
            bankNameEn: kept.source.bankNameEn,
            campaignName: kept.source.campaignName,
            byName: kept.byName,
            answeredAt: kept.answeredAt,
            savedAt: kept.savedAt,
            months: monthsBetween(kept.answeredAt, now),
            old: isOldAnswer(kept.answeredAt, now),
            number: kept.source.number ?? null,
            category: kept.source.category ?? null,
            told: toldElsewhere(kept, null),
          })),
      })),
    };
  },
});
