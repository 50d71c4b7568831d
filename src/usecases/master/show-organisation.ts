import { asc, desc, isNull } from 'drizzle-orm';
import { z } from 'zod';
import {
  masterAnswer,
  masterService,
  organisation,
  organisationInvitation,
  organisationMember,
} from '@/db/schema/answer-master';
import { answerContentSchema } from '@/domain/answer';
import { isOldAnswer } from '@/domain/answer-master';
import { Refusal } from '@/domain/refusal';
import { query } from '../query';

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
            updatedAt: z.date(),
            old: z.boolean(),
          }),
        ),
      }),
    ),
  }),
  async run({ tx, scope, now }) {
    const [own] = await tx.select().from(organisation);
    if (!own) throw new Refusal('not-found', {});
    const members = await tx
      .select()
      .from(organisationMember)
      .where(isNull(organisationMember.leftAt))
      .orderBy(asc(organisationMember.joinedAt));
    const invited = await tx.select().from(organisationInvitation).orderBy(desc(organisationInvitation.invitedAt));
    const services = await tx.select().from(masterService).orderBy(asc(masterService.madeAt));
    const answers = await tx.select().from(masterAnswer).orderBy(asc(masterAnswer.objective));
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
      services: services.map(({ id, name }) => ({
        masterServiceId: id,
        name,
        answers: answers
          .filter(({ masterServiceId }) => masterServiceId === id)
          .map(({ id: answerId, objective, content, source, byName, updatedAt }) => ({
            answerId,
            objective,
            content,
            bankName: source.bankName,
            bankNameEn: source.bankNameEn,
            campaignName: source.campaignName,
            byName,
            updatedAt,
            old: isOldAnswer(updatedAt, now),
          })),
      })),
    };
  },
});
