import { and, eq, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { recordRevisions } from '@/db/revisions';
import { vendorContact } from '@/db/schema/bank';
import { invitation } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import type { Actor } from '@/domain/actor';
import { nextAttempt } from '@/domain/mail-retry';
import { requireAssessment } from '../campaigns/require-campaign';
import { command } from '../command';
import { planCopies } from './plan-copies';
import { wakesFor } from './plan-mail';
import { type MailRow, requireMail } from './require-mail';

/** On record for a mail that was given up because no server took it. */
const UNREACHABLE = 'unreachable';

/**
 * What became of a mail that was taken for sending. `failed` is for good, with SMTP's code, and marks the contact;
 * `sent` has the vendor's 写し told; `retry` plans it again for later, until it is given up. A word about an older attempt than the last changes nothing.
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
      const { tenantId } = scope;
      const copies = await planCopies(tx, { tenantId, now }, row);
      const objects = [mailId, ...copies.map((copy) => copy.id)];
      return {
        output: { state: 'sent' },
        events: [{ kind: 'mail.sent', ...about, objects, payload: { ...facts, doubtful: row.doubtful } }],
        wake: wakesFor(tenantId, copies, now),
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
  const whose = await contactOf(tx, row);
  if (whose === null) return {};
  const [marked] = await tx
    .update(vendorContact)
    .set({ bouncedAt: place.now })
    .where(and(whose, eq(vendorContact.address, row.address)))
    .returning();
  return marked ? recordRevisions(tx, place, [{ noun: 'contact', row: marked }]) : {};
}

/** Whom the mail was for: an invitation's own contact; for a copy, one of the vendor's. Null: nobody of the register. */
async function contactOf(tx: Transaction, row: MailRow): Promise<SQL | null> {
  if (row.kind === 'copy' && row.assessmentId !== null) {
    const about = await requireAssessment(tx, row.assessmentId);
    return eq(vendorContact.vendorId, about.vendorId);
  }
  if (row.invitationId === null) return null;
  const [invited] = await tx
    .select({ contactId: invitation.contactId })
    .from(invitation)
    .where(eq(invitation.id, row.invitationId));
  return invited?.contactId ? eq(vendorContact.id, invited.contactId) : null;
}
