import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { member } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { membershipSchema } from './member.schema';
import {
  lockAdministrators,
  nameCampaigns,
  requireAnotherAdministrator,
  requireMember,
  requireMembership,
} from './membership-rules';

/**
 * Another name, other roles, an auditor's last day and campaigns. `version` is the one that it was changed from. A role
 * that is taken away is gone at the person's next request. The last administrator keeps that role.
 */
export const changeMember = command({
  audience: 'bank',
  action: 'members.change',
  input: membershipSchema.extend({ memberId: z.uuid(), version: z.int().min(1) }),
  output: z.strictObject({ version: z.int() }),
  async run({ tx, scope, now }, { memberId, version, ...wanted }) {
    await lockAdministrators(tx);
    const standing = await requireMember(tx, memberId);
    await requireMembership(tx, wanted, now);
    if (standing.version !== version) throw new Refusal('stale-record', {});
    const losesAdministration = standing.roles.includes('administrator') && !wanted.roles.includes('administrator');
    if (losesAdministration && standing.disabledAt === null) await requireAnotherAdministrator(tx, memberId);
    const { campaignIds, ...facts } = wanted;
    const [row] = await tx
      .update(member)
      .set({ ...facts, name: facts.name.trim(), version: version + 1 })
      .where(eq(member.id, memberId))
      .returning();
    if (!row) throw new Refusal('not-found', {});
    const named = await nameCampaigns(tx, { tenantId: scope.tenantId, now }, memberId, campaignIds);
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'member', row }]);
    return {
      output: { version: row.version },
      events: [
        {
          kind: 'member.changed',
          objects: [memberId],
          payload: { digests, roles: row.roles, rolesBefore: standing.roles, auditorUntil: row.auditorUntil },
        },
        ...named,
      ],
    };
  },
});
