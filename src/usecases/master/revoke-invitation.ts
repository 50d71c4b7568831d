import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { organisationInvitation } from '@/db/schema/answer-master';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';

/** Takes an invitation to join back, as long as it was not accepted. */
export const revokeInvitation = command({
  audience: 'organisation',
  action: 'organisation.revoke',
  input: z.strictObject({ joiningId: z.uuid() }),
  output: z.strictObject({ joiningId: z.uuid() }),
  async run({ tx, now }, { joiningId }) {
    const revoked = await tx
      .update(organisationInvitation)
      .set({ revokedAt: now })
      .where(
        and(
          eq(organisationInvitation.id, joiningId),
          isNull(organisationInvitation.acceptedAt),
          isNull(organisationInvitation.revokedAt),
        ),
      )
      .returning();
    if (revoked.length === 0) throw new Refusal('not-found', {});
    return {
      output: { joiningId },
      events: [{ kind: 'organisation.invitation_revoked', objects: [joiningId], payload: {} }],
    };
  },
});
