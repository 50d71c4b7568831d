import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { member } from '@/db/schema/bank';
import { addressSchema } from '@/domain/address';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { planMails, wakesFor } from '../mails/plan-mail';
import { membershipSchema } from './member.schema';
import { nameCampaigns, requireMembership } from './membership-rules';

/**
 * Makes somebody a member of this bank and has a mail tell them how to sign in. Whether the address belongs to people of
 * other banks, too, is never said. `member-exists` when it belongs to one of this bank.
 */
export const inviteMember = command({
  audience: 'bank',
  action: 'members.invite',
  input: membershipSchema.extend({ address: addressSchema, language: z.enum(['ja', 'en']) }),
  output: z.strictObject({ memberId: z.uuid() }),
  prepare: ({ accounts }, _scope, { address }) => accounts.ensure(address),
  async run({ tx, scope, now }, { address, language, ...wanted }, userId) {
    const { tenantId } = scope;
    await requireMembership(tx, wanted, now);
    const [standing] = await tx.select({ name: member.name }).from(member).where(eq(member.userId, userId));
    if (standing) throw new Refusal('member-exists', { name: standing.name });
    const { campaignIds, ...facts } = wanted;
    const [row] = await tx
      .insert(member)
      .values({ tenantId, id: newId(), userId, ...facts, name: facts.name.trim(), createdAt: now })
      .onConflictDoNothing()
      .returning();
    if (!row) throw new Refusal('member-exists', { name: wanted.name });
    const named = await nameCampaigns(tx, { tenantId, now }, row.id, campaignIds);
    const mails = await planMails(tx, { tenantId, now }, [
      {
        kind: 'member_invited',
        campaignId: null,
        assessmentId: null,
        memberId: row.id,
        address,
        recipientName: row.name,
        language,
        occasion: row.id,
        dueAt: now,
      },
    ]);
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'member', row }]);
    return {
      output: { memberId: row.id },
      events: [
        {
          kind: 'member.invited',
          objects: [row.id, ...mails.map((mail) => mail.id)],
          payload: { digests, roles: row.roles, auditorUntil: row.auditorUntil },
        },
        ...named,
      ],
      wake: wakesFor(tenantId, mails, now),
    };
  },
});
