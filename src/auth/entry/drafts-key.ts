import { z } from 'zod';
import { identityTransaction } from '@/auth/doors';
import { mintMemberScope } from '@/auth/member-session';
import { requireRespondentSession } from '@/auth/respondent-session';
import { draftsKey as keyOf } from '@/auth/secrets';
import { entryCase } from './entry-case';

/**
 * The key for texts that a page keeps in the browser until the server has them. It belongs to the person, so that they
 * open them again after another sign-in, and nobody else at the same browser can; a member's also to the bank.
 */
export const draftsKey = entryCase({
  action: 'entry.draftsKey',
  kind: 'query',
  input: z.strictObject({ audience: z.enum(['bank', 'respondent']) }),
  /** 256 bits, base64. */
  output: z.strictObject({ key: z.string() }),
  async run({ now, cookies }, { audience }) {
    if (audience === 'bank') {
      const scope = await mintMemberScope(cookies.member, now);
      return { key: keyOf(`member ${scope.tenantId} ${scope.userId}`) };
    }
    const session = await identityTransaction((tx) => requireRespondentSession(tx, cookies.respondent, now));
    return { key: keyOf(`respondent ${session.personId}`) };
  },
});
