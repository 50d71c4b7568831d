import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Grant, grantOf, identityTransaction, isLive, isResting } from '@/auth/doors';
import { tokenHash } from '@/auth/secrets';
import { appendEvents } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { invitation } from '@/db/schema/campaign';
import { linkRequest } from '@/db/schema/delegation';
import { assumeRole } from '@/db/scope';
import { isWorthTelling } from '@/domain/link-request';
import { doneSchema, linkTokenSchema } from './entry.schema';
import { entryCase } from './entry-case';

const DAY_MS = 86_400_000;
/** Far above what putting a request on record takes, so that how long the answer took tells nothing of the link. */
const ANSWER_AFTER_MS = 600;

/**
 * One press on the page of a link that opens nothing: the bank is told that its holder wants another. Old, replaced,
 * revoked and unknown links get the same answer after the same time, and a live one changes nothing. Nobody has proved
 * to be anybody here, so the event names the link, and its actor is the platform.
 */
export const requestNewLink = entryCase({
  action: 'entry.requestNewLink',
  kind: 'command',
  input: z.strictObject({ token: linkTokenSchema }),
  output: doneSchema,
  async run({ now, wake }, { token }) {
    const ask = async () => {
      const told = await identityTransaction(async (tx) => {
        const grant = await grantOf(tx, tokenHash(token));
        if (!grant || isLive(grant, now) || isResting(grant, now) || grant.tenantStatus !== 'active') return null;
        return (await keepRequest(tx, grant, now)) ? grant : null;
      });
      if (!told) return;
      const { tenantId, campaignId } = told;
      await wake({ kind: 'campaign.sweep', payload: { tenantId, campaignId } });
    };
    await Promise.all([ask(), pause(ANSWER_AFTER_MS)]);
    return { done: true as const };
  },
});

/** Puts the request and its event on record; false where there is nothing to tell. */
async function keepRequest(tx: Transaction, grant: Grant, now: Date): Promise<boolean> {
  const { tenantId, assessmentId, campaignId, invitationId } = grant;
  await assumeRole(tx, { role: 'tenken_respondent', tenantId, assessmentId, invitationId });
  // One at a time for an assessment: parallel presses are one request.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`link-request:${assessmentId}`}, 0))`);
  // A lead's old links are one person's or their predecessors'; a colleague's is their own.
  const theirs =
    grant.delegatedBy === null
      ? inArray(
          linkRequest.invitationId,
          tx.select({ id: invitation.id }).from(invitation).where(isNull(invitation.delegatedBy)),
        )
      : eq(linkRequest.invitationId, invitationId);
  const aDayAgo = new Date(now.getTime() - DAY_MS);
  const asked = {
    waiting: await tx.$count(linkRequest, and(theirs, isNull(linkRequest.settledAt))),
    withinADay: await tx.$count(linkRequest, and(theirs, gt(linkRequest.requestedAt, aDayAgo))),
  };
  if (!isWorthTelling({ state: grant.assessmentState, campaignState: grant.campaignState }, asked)) return false;
  const id = newId();
  await tx.insert(linkRequest).values({ tenantId, id, campaignId, assessmentId, invitationId, requestedAt: now });
  await appendEvents(tx, { tenantId, actor: { kind: 'system' }, now }, [
    { kind: 'invitation.link_requested', campaignId, assessmentId, objects: [invitationId, id], payload: {} },
  ]);
  return true;
}
