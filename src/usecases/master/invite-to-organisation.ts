import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { organisationInvitation } from '@/db/schema/answer-master';
import { addressSchema } from '@/domain/address';
import { command } from '../command';

/**
 * A member's invitation to join, the only way in: whoever proves the address by a code may accept it. Mailed by the
 * worker; an open invitation of the same address stands as it is.
 */
export const inviteToOrganisation = command({
  audience: 'organisation',
  action: 'organisation.invite',
  input: z.strictObject({ address: addressSchema, language: z.enum(['ja', 'en']) }),
  output: z.strictObject({ joiningId: z.uuid() }),
  async run({ tx, scope, now }, { address, language }) {
    const { organisationId, actor } = scope;
    const [open] = await tx
      .select()
      .from(organisationInvitation)
      .where(
        and(
          eq(organisationInvitation.address, address),
          isNull(organisationInvitation.acceptedAt),
          isNull(organisationInvitation.revokedAt),
        ),
      );
    if (open) return { unchanged: { joiningId: open.id } };
    const joiningId = newId();
    await tx.insert(organisationInvitation).values({
      organisationId,
      id: joiningId,
      address,
      language,
      invitedBy: actor.id,
      inviterName: actor.name,
      invitedAt: now,
      mailState: 'planned',
    });
    return {
      output: { joiningId },
      events: [{ kind: 'organisation.invited', objects: [joiningId], payload: {} }],
      wake: [{ kind: 'organisation.mail', payload: { joiningId } }],
    };
  },
});
