import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { type Actor, actorId } from '@/domain/actor';
import { encodeEvent, GENESIS_HASH, hashEvent, payloadDigest } from '@/domain/audit-chain';
import { canonicalJson } from '@/domain/canonical-json';
import type { EventDraft } from './audit-log';
import type { Transaction } from './client';
import { organisationEvent, organisationHead } from './schema/answer-master';

/** Begins the chain of an organisation that is founded in this transaction. */
export async function beginOrganisationChain(tx: Transaction, organisationId: string): Promise<void> {
  await tx.insert(organisationHead).values({ organisationId, seq: 0, hash: GENESIS_HASH });
}

/**
 * Appends events to a respondent organisation's own chain inside the writing transaction: the same bytes as a bank's
 * chain, with the organisation's id where a bank's stands. Its head is locked last.
 */
export async function appendOrganisationEvents(
  tx: Transaction,
  place: { organisationId: string; actor: Actor; now: Date },
  drafts: readonly EventDraft[],
): Promise<void> {
  const { organisationId } = place;
  const [head] = await tx
    .select()
    .from(organisationHead)
    .where(eq(organisationHead.organisationId, organisationId))
    .for('update');
  if (!head) throw new Error('the organisation has no chain');
  let { seq, hash: previousHash } = head;
  for (const draft of drafts) {
    seq += 1;
    const salt = randomBytes(16).toString('hex');
    const payload = canonicalJson(draft.payload);
    const event = { previousHash, at: place.now, actorId: actorId(place.actor), kind: draft.kind, seq };
    const bytes = encodeEvent({
      ...event,
      tenantId: organisationId,
      objects: draft.objects,
      payloadDigest: payloadDigest(salt, payload),
    });
    const hash = hashEvent(bytes);
    await tx.insert(organisationEvent).values({ organisationId, ...event, hash, bytes, salt, payload });
    previousHash = hash;
  }
  await tx
    .update(organisationHead)
    .set({ seq, hash: previousHash })
    .where(eq(organisationHead.organisationId, organisationId));
}
