import { and, asc, eq, isNull, lte, or } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { organisation, organisationInvitation } from '@/db/schema/answer-master';
import { isLeftBehind, leftBehindSince, nextAttempt } from '@/domain/mail-retry';

export interface OrganisationMail {
  address: string;
  language: 'ja' | 'en';
  organisationName: string;
  inviterName: string;
}

/**
 * Takes the mail of an invitation to join for sending; null when there is nothing to send: sent, in somebody's hands,
 * accepted or taken back. One that a crash left in the middle goes out again, under the same Message-ID.
 */
export async function claimOrganisationMail(
  tx: Transaction,
  joiningId: string,
  now: Date,
): Promise<OrganisationMail | null> {
  const [invited] = await tx
    .select()
    .from(organisationInvitation)
    .where(eq(organisationInvitation.id, joiningId))
    .for('update');
  if (!invited || invited.acceptedAt || invited.revokedAt) return null;
  const { mailState, mailAttempts } = invited;
  const free = mailState === 'planned' || (mailState === 'sending' && isLeftBehind(invited.mailClaimedAt, now));
  if (!free) return null;
  await tx
    .update(organisationInvitation)
    .set({ mailState: 'sending', mailClaimedAt: now, mailAttempts: mailAttempts + 1 })
    .where(eq(organisationInvitation.id, joiningId));
  const [place] = await tx.select().from(organisation).where(eq(organisation.id, invited.organisationId));
  if (!place) throw new Error('an invitation to an organisation that is not there');
  const { address, language, inviterName } = invited;
  return { address, language, organisationName: place.name, inviterName };
}

/** What became of it; `retry` waits for a later sweep, until the server has been away too long. */
export async function settleOrganisationMail(
  tx: Transaction,
  joiningId: string,
  result: 'sent' | 'failed' | 'retry',
  now: Date,
): Promise<void> {
  const [row] = await tx.select().from(organisationInvitation).where(eq(organisationInvitation.id, joiningId));
  const givenUp = result === 'retry' && nextAttempt(row?.mailAttempts ?? 0, now) === null;
  const mailState = result === 'retry' ? (givenUp ? 'failed' : 'planned') : result;
  await tx
    .update(organisationInvitation)
    .set({ mailState, sentAt: result === 'sent' ? now : null })
    .where(and(eq(organisationInvitation.id, joiningId), eq(organisationInvitation.mailState, 'sending')));
}

/** Invitations whose mail still waits, the oldest first: a lost wake loses none of them. */
export async function waitingOrganisationMails(tx: Transaction, now: Date): Promise<string[]> {
  const rows = await tx
    .select()
    .from(organisationInvitation)
    .where(
      and(
        isNull(organisationInvitation.acceptedAt),
        isNull(organisationInvitation.revokedAt),
        or(
          eq(organisationInvitation.mailState, 'planned'),
          and(
            eq(organisationInvitation.mailState, 'sending'),
            lte(organisationInvitation.mailClaimedAt, leftBehindSince(now)),
          ),
        ),
      ),
    )
    .orderBy(asc(organisationInvitation.invitedAt));
  const isDue = ({ mailAttempts, mailClaimedAt }: (typeof rows)[number]) =>
    mailClaimedAt === null || (nextAttempt(mailAttempts, mailClaimedAt) ?? now) <= now;
  return rows.filter(isDue).map(({ id }) => id);
}
