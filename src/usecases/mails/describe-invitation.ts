import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { vendor } from '@/db/schema/bank';
import { assessment, invitation } from '@/db/schema/campaign';
import { Refusal } from '@/domain/refusal';
import { query } from '../query';
import { letterheadOf } from './letterhead';
import { letterheadSchema } from './mail-content.schema';

/** Who asks whom by an invitation, for the mail with its one-time code. */
export const describeInvitation = query({
  audience: 'system',
  action: 'system.composeMail',
  input: z.strictObject({ invitationId: z.uuid() }),
  output: z.strictObject({ bank: letterheadSchema, vendorName: z.string(), recipientName: z.string() }),
  async run({ tx }, { invitationId }) {
    const [row] = await tx
      .select({ recipientName: invitation.name, vendorName: vendor.name })
      .from(invitation)
      .innerJoin(assessment, eq(assessment.id, invitation.assessmentId))
      .innerJoin(vendor, eq(vendor.id, assessment.vendorId))
      .where(eq(invitation.id, invitationId));
    if (!row) throw new Refusal('not-found', {});
    return { bank: await letterheadOf(tx), ...row };
  },
});
