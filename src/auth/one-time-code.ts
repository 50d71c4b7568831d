import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { oneTimeCode } from '@/db/schema/platform';
import { Refusal } from '@/domain/refusal';
import { oneTimeCodeHash, oneTimeDigits, sameHash, tokenHash } from './secrets';

const CODE_MINUTES = 10;
const MAX_CODES_PER_ADDRESS_AND_HOUR = 5;
const MAX_TRIES_PER_CODE = 5;
const MAX_TRIES_PER_ADDRESS_AND_HOUR = 20;
const HOUR_MS = 3_600_000;

type Audience = 'bank' | 'respondent';

/**
 * Plans a one-time code of six digits for an address, bound to one browser and good for ten minutes. For an address
 * that nobody knows (`deliverable` false) the same row is written and no mail goes out, so that both look alike.
 * `mailed` without `deliverable`: the mail says where to sign in instead of giving a code.
 * Throws `too-many-codes` after five in an hour. Returns the row's id, which is what the worker is woken with.
 */
export async function planOneTimeCode(
  tx: Transaction,
  request: {
    audience: Audience;
    address: string;
    browserToken: string;
    deliverable: boolean;
    /** As `deliverable` when it is left out. */
    mailed?: boolean;
    locale: 'ja' | 'en';
    invitation: { tenantId: string; invitationId: string } | null;
    now: Date;
  },
): Promise<string> {
  const { address, now } = request;
  // One at a time for an address: parallel requests can't slip past the limit.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`code:${address}`}, 0))`);
  const recent = await tx.$count(
    oneTimeCode,
    and(eq(oneTimeCode.address, address), gt(oneTimeCode.createdAt, new Date(now.getTime() - HOUR_MS))),
  );
  if (recent >= MAX_CODES_PER_ADDRESS_AND_HOUR) throw new Refusal('too-many-codes', {});
  const id = newId();
  await tx.insert(oneTimeCode).values({
    id,
    audience: request.audience,
    address,
    codeHash: oneTimeCodeHash(id, oneTimeDigits(id)),
    browserHash: tokenHash(request.browserToken),
    tenantId: request.invitation?.tenantId ?? null,
    invitationId: request.invitation?.invitationId ?? null,
    deliverable: request.deliverable,
    locale: request.locale,
    createdAt: now,
    expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
    mailState: (request.mailed ?? request.deliverable) ? 'planned' : 'none',
  });
  return id;
}

export interface RedeemedCode {
  address: string;
  tenantId: string | null;
  invitationId: string | null;
}

/**
 * Tries six digits against the newest code of this browser. A miss is returned, not thrown, so that the transaction
 * which counts the try commits; the caller throws the refusal afterwards. One exchange wins: the row is taken once.
 */
export async function redeemOneTimeCode(
  tx: Transaction,
  attempt: { audience: Audience; browserToken: string; digits: string; now: Date },
): Promise<RedeemedCode | { refused: Refusal }> {
  const { now } = attempt;
  const [code] = await tx
    .select()
    .from(oneTimeCode)
    .where(
      and(eq(oneTimeCode.browserHash, tokenHash(attempt.browserToken)), eq(oneTimeCode.audience, attempt.audience)),
    )
    .orderBy(desc(oneTimeCode.createdAt), desc(oneTimeCode.id))
    .limit(1)
    .for('update');
  if (!code) return { refused: new Refusal('code-expired', {}) };
  if (code.usedAt !== null || code.expiresAt <= now) return { refused: new Refusal('code-expired', {}) };
  if (code.tries >= MAX_TRIES_PER_CODE) return { refused: new Refusal('code-used-up', {}) };
  const [spent] = await tx
    .select({ tries: sql<number>`coalesce(sum(${oneTimeCode.tries}), 0)::int` })
    .from(oneTimeCode)
    .where(and(eq(oneTimeCode.address, code.address), gt(oneTimeCode.createdAt, new Date(now.getTime() - HOUR_MS))));
  if ((spent?.tries ?? 0) >= MAX_TRIES_PER_ADDRESS_AND_HOUR) return { refused: new Refusal('too-many-tries', {}) };

  const matches = sameHash(oneTimeCodeHash(code.id, attempt.digits), code.codeHash);
  if (!matches || !code.deliverable) {
    await tx
      .update(oneTimeCode)
      .set({ tries: code.tries + 1 })
      .where(eq(oneTimeCode.id, code.id));
    const left = MAX_TRIES_PER_CODE - code.tries - 1;
    return { refused: left > 0 ? new Refusal('code-wrong', { left }) : new Refusal('code-used-up', {}) };
  }
  await tx
    .update(oneTimeCode)
    .set({ usedAt: now, tries: code.tries + 1 })
    .where(and(eq(oneTimeCode.id, code.id), isNull(oneTimeCode.usedAt)));
  return { address: code.address, tenantId: code.tenantId, invitationId: code.invitationId };
}
