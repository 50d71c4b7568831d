import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { recordRevisions } from '@/db/revisions';
import { vendorContact } from '@/db/schema/bank';
import { invitation } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import type { Actor } from '@/domain/actor';
import { nextAttempt } from '@/domain/mail-retry';
import { command } from '../command';
import { type MailRow, requireMail } from './require-mail';

/** On record for a mail that was given up because no server took it. */
const UNREACHABLE = 'unreachable';

/**
 * What became of a mail that was taken for sending. `failed` is for good, with SMTP's code, and marks the contact;
 * `retry` plans it again for later, until it is given up. A word about an older attempt than the last changes nothing.
 */
export const settleMail = command({
  audience: 'system',
  action: 'system.settleMail',
  input: z.strictObject({
    mailId: z.uuid(),
    attempt: z.int(),
    result: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('sent') }),
      z.strictObject({ kind: z.literal('failed'), code: z.string().regex(/^(?:[45]\d\d|unsafe)$/) }),
      z.strictObject({ kind: z.literal('retry') }),
    ]),
  }),
  output: z.strictObject({ state: z.string() }),
  async run({ tx, scope, now }, { mailId, attempt, result }) {
    const row = await requireMail(tx, mailId, true);
    if (row.state !== 'sending' || row.attempts !== attempt) return { unchanged: { state: row.state } };
    const about = { campaignId: row.campaignId, assessmentId: row.assessmentId, objects: [mailId] };
    const facts = { kind: row.kind, attempts: attempt };
    if (result.kind === 'sent') {
      await tx.update(mail).set({ state: 'sent', sentAt: now }).where(eq(mail.id, mailId));
      return {
        output: { state: 'sent' },
        events: [{ kind: 'mail.sent', ...about, payload: { ...facts, doubtful: row.doubtful } }],
      };
    }
    const again = result.kind === 'retry' ? nextAttempt(attempt, now) : null;
    if (again !== null) {
      await tx.update(mail).set({ state: 'planned', dueAt: again, claimedAt: null }).where(eq(mail.id, mailId));
      return { output: { state: 'planned' }, events: [{ kind: 'mail.postponed', ...about, payload: facts }] };
    }
    const failure = result.kind === 'failed' ? result.code : UNREACHABLE;
    await tx.update(mail).set({ state: 'failed', failure }).where(eq(mail.id, mailId));
    const digests = failure.startsWith('5') ? await markContact(tx, { now, by: scope.actor }, row) : {};
    return {
      output: { state: 'failed' },
      events: [{ kind: 'mail.failed', ...about, payload: { ...facts, failure, digests } }],
    };
  },
});

/** Marks the vendor's contact as unreachable, unless the bank has given another address since. */
async function markContact(tx: Transaction, place: { now: Date; by: Actor }, row: MailRow) {
  if (row.invitationId === null) return {};
  const [invited] = await tx
    .select({ contactId: invitation.contactId })
    .from(invitation)
    .where(eq(invitation.id, row.invitationId));
  if (!invited?.contactId) return {};
  const [marked] = await tx
    .update(vendorContact)
    .set({ bouncedAt: place.now })
    .where(and(eq(vendorContact.id, invited.contactId), eq(vendorContact.address, row.address)))
    .returning();
  return marked ? recordRevisions(tx, place, [{ noun: 'contact', row: marked }]) : {};
}
