import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { member } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockAdministrators, requireAnotherAdministrator, requireMember } from './membership-rules';

/**
 * Closes the bank to a member, or opens it again. Sessions end at once, since every request reads the membership anew;
 * they are thrown away, too, so that none of them lives again later.
 * What the person did stays under their name. The last administrator can't go.
 */
export const disableMember = command({
  audience: 'bank',
  action: 'members.disable',
  input: z.strictObject({ memberId: z.uuid(), disabled: z.boolean(), version: z.int().min(1) }),
  output: z.strictObject({ version: z.int() }),
  async run({ tx, scope, now }, { memberId, disabled, version }) {
    await lockAdministrators(tx);
    const standing = await requireMember(tx, memberId);
    if (standing.version !== version) throw new Refusal('stale-record', {});
    if ((standing.disabledAt !== null) === disabled) return { unchanged: { version } };
    if (disabled && standing.roles.includes('administrator')) await requireAnotherAdministrator(tx, memberId);
    const [row] = await tx
      .update(member)
      .set({ disabledAt: disabled ? now : null, version: version + 1 })
      .where(eq(member.id, memberId))
      .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'member', row }]);
    return {
      output: { version: row.version },
      events: [{ kind: disabled ? 'member.disabled' : 'member.enabled', objects: [memberId], payload: { digests } }],
      endSessionsOf: standing.userId,
    };
  },
});
