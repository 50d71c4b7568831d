import { and, asc, eq, gt, lte, or } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { oneTimeCode } from '@/db/schema/platform';
import { isLeftBehind, leftBehindSince } from '@/domain/mail-retry';
import { oneTimeDigits } from './secrets';

export interface CodeMail {
  audience: 'bank' | 'respondent';
  address: string;
  locale: 'ja' | 'en';
  /** Null: no code opens any of the person's banks, and the mail says where to sign in instead. */
  digits: string | null;
  expiresAt: Date;
  invitation: { tenantId: string; invitationId: string } | null;
}

/**
 * Takes a code's mail for sending; null when there is nothing to send: sent, in somebody's hands, expired, used, or for
 * an address that nobody knows. One that a crash left in the middle goes out again, under the same Message-ID.
 */
export async function claimCodeMail(tx: Transaction, codeId: string, now: Date): Promise<CodeMail | null> {
  const [code] = await tx.select().from(oneTimeCode).where(eq(oneTimeCode.id, codeId)).for('update');
  if (!code || code.usedAt !== null || code.expiresAt <= now) return null;
  const free = code.mailState === 'planned' || (code.mailState === 'sending' && isLeftBehind(code.mailClaimedAt, now));
  if (!free) return null;
  await tx
    .update(oneTimeCode)
    .set({ mailState: 'sending', mailClaimedAt: now, mailAttempts: code.mailAttempts + 1 })
    .where(eq(oneTimeCode.id, codeId));
  const { tenantId, invitationId } = code;
  return {
    audience: code.audience,
    address: code.address,
    locale: code.locale,
    digits: code.deliverable ? oneTimeDigits(codeId) : null,
    expiresAt: code.expiresAt,
    invitation: tenantId !== null && invitationId !== null ? { tenantId, invitationId } : null,
  };
}

/** What became of a code's mail; `planned` for another try. */
export async function settleCodeMail(
  tx: Transaction,
  codeId: string,
  result: 'sent' | 'failed' | 'planned',
  now: Date,
): Promise<void> {
  await tx
    .update(oneTimeCode)
    .set({ mailState: result, sentAt: result === 'sent' ? now : null })
    .where(and(eq(oneTimeCode.id, codeId), eq(oneTimeCode.mailState, 'sending')));
}

/** Codes that still wait for their mail, the oldest first: a lost wake loses none of them. */
export async function waitingCodes(tx: Transaction, now: Date): Promise<string[]> {
  const rows = await tx
    .select({ id: oneTimeCode.id })
    .from(oneTimeCode)
    .where(
      and(
        gt(oneTimeCode.expiresAt, now),
        or(
          eq(oneTimeCode.mailState, 'planned'),
          and(eq(oneTimeCode.mailState, 'sending'), lte(oneTimeCode.mailClaimedAt, leftBehindSince(now))),
        ),
      ),
    )
    .orderBy(asc(oneTimeCode.createdAt));
  return rows.map((row) => row.id);
}
