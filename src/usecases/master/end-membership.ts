import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { organisationHead, organisationMember } from '@/db/schema/answer-master';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';

/**
 * Ends a membership, one's own or a colleague's; the answers stay with the organisation. Refuses
 * `organisation-last-member`: without a member nobody could ever open them again.
 */
export const endMembership = command({
  audience: 'organisation',
  action: 'organisation.endMembership',
  input: z.strictObject({ personId: z.uuid() }),
  output: z.strictObject({ personId: z.uuid() }),
  async run({ tx, scope, now }, { personId }) {
    // Two members who end each other's membership at once do it one after the other.
    await tx
      .select()
      .from(organisationHead)
      .where(eq(organisationHead.organisationId, scope.organisationId))
      .for('update');
    const members = await tx.select().from(organisationMember).where(isNull(organisationMember.leftAt));
    if (!members.some((each) => each.personId === personId)) throw new Refusal('not-found', {});
    if (members.length === 1) throw new Refusal('organisation-last-member', {});
    await tx
      .update(organisationMember)
      .set({ leftAt: now })
      .where(and(eq(organisationMember.personId, personId), isNull(organisationMember.leftAt)));
    return {
      output: { personId },
      events: [{ kind: 'organisation.membership_ended', objects: [personId], payload: {} }],
    };
  },
});
