import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { type RevisionDraft, recordRevisions } from '@/db/revisions';
import { service, vendorContact } from '@/db/schema/bank';
import { assessment, campaignTarget, pinnedItem } from '@/db/schema/campaign';
import { isAsked } from '@/domain/checklist';
import type { Job } from '@/domain/job';
import { waveInstant, wavesOf } from '@/domain/wave';
import { command } from '../command';
import { keepInvitations } from '../invitations/keep-invitations';
import { type Invitee, planInvitation } from '../invitations/plan-invitation';
import { requireCampaign } from './require-campaign';

/** So many targets share a transaction: few enough that a kill costs a moment, and that the chain's head is soon free. */
const TARGETS_AT_ONCE = 20;

/**
 * The next planned targets of a campaign, whole: assessment, invitation, mail and event in one transaction. Killed
 * anywhere, the next run takes the next planned rows; none is made twice and none is left out. `left` counts the rows
 * still planned. Works while the campaign is 起動中, and for targets added while it is 実施中.
 */
export const launchTarget = command({
  audience: 'system',
  action: 'system.launchTarget',
  input: z.strictObject({
    campaignId: z.uuid(),
    atMost: z.int().min(1).max(TARGETS_AT_ONCE).default(TARGETS_AT_ONCE),
  }),
  output: z.strictObject({ launched: z.int(), left: z.int() }),
  async run({ tx, scope, now, linkHash }, { campaignId, atMost }) {
    const { tenantId } = scope;
    const row = await requireCampaign(tx, campaignId);
    if (row.state !== 'launching' && row.state !== 'running') return { unchanged: { launched: 0, left: 0 } };
    const planned = and(eq(campaignTarget.campaignId, campaignId), isNull(campaignTarget.launchedAt));
    const targets = await nextTargets(tx, campaignId, atMost);
    if (targets.length === 0) {
      await refuseStranded(tx, campaignId);
      return { unchanged: { launched: 0, left: await tx.$count(campaignTarget, planned) } };
    }
    const items = await tx
      .select({ answeredBy: pinnedItem.answeredBy, onlyForApiKinds: pinnedItem.onlyForApiKinds })
      .from(pinnedItem)
      .where(eq(pinnedItem.campaignId, campaignId));
    const vendorItems = items.filter((item) => item.answeredBy !== 'bank');
    const waves = wavesOf(row);
    const waveOf = (number: number) => waves[number - 1] ?? { sendOn: null, dueDate: row.dueDate };
    const made = await tx
      .insert(assessment)
      .values(
        targets.map((target) => ({
          tenantId,
          id: newId(),
          campaignId,
          serviceId: target.serviceId,
          vendorId: target.vendorId,
          state: 'not_started' as const,
          dueDate: waveOf(target.wave).dueDate,
          wave: target.wave,
          apiKinds: target.apiKinds,
          itemCount: vendorItems.filter((item) => isAsked(item, target.apiKinds)).length,
          inChargeId: row.ownerId,
          createdAt: now,
        })),
      )
      .returning();
    const launch = row.state === 'launching' ? (row.launchedAt ?? now) : now;
    const drafts = made.map((of) => {
      const target = targets.find((each) => each.serviceId === of.serviceId);
      if (!target) throw new Error('an assessment was made for no target');
      const dueAt = waveInstant(waveOf(target.wave), launch);
      return planInvitation(target.invitee, { assessment: of, campaign: row }, { now, dueAt, linkHash });
    });
    const kept = await keepInvitations(tx, drafts);
    await tx
      .update(campaignTarget)
      .set({ launchedAt: now })
      .where(
        inArray(
          campaignTarget.id,
          targets.map((target) => target.id),
        ),
      );
    const revisions = made.flatMap((of, index): RevisionDraft[] => {
      const link = kept[index];
      const about = { campaignId, assessmentId: of.id };
      return [
        { noun: 'assessment', row: of, ...about },
        ...(link ? [{ noun: 'invitation' as const, row: link, ...about }] : []),
      ];
    });
    const digests = await recordRevisions(tx, { now, by: scope.actor }, revisions);
    const events = made.map((of, index): EventDraft => {
      const draft = drafts[index];
      const ids = [of.id, ...(draft ? [draft.invitation.id, draft.mail.id] : [])];
      const own = Object.fromEntries(ids.flatMap((id) => (digests[id] ? [[id, digests[id]]] : [])));
      return {
        kind: 'assessment.started',
        campaignId,
        assessmentId: of.id,
        objects: ids,
        payload: { digests: own, serviceId: of.serviceId, wave: of.wave },
      };
    });
    const output = { launched: made.length, left: await tx.$count(campaignTarget, planned) };
    const wake = drafts
      .filter((draft) => draft.mail.dueAt <= now)
      .map((draft): Job => ({ kind: 'mail.send', payload: { tenantId, mailId: draft.mail.id } }));
    const [first, ...rest] = events;
    return first ? { output, events: [first, ...rest], wake } : { unchanged: output };
  },
});

interface NextTarget {
  id: string;
  serviceId: string;
  vendorId: string;
  wave: number;
  apiKinds: string[];
  invitee: Invitee;
}

/** Locked for this transaction; what another worker has in its hands is passed over, and what has no contact. */
async function nextTargets(tx: Transaction, campaignId: string, atMost: number): Promise<NextTarget[]> {
  // By an alias: the lock takes no name with a schema.
  const target = alias(campaignTarget, 'target');
  const rows = await tx
    .select({ target, vendorId: service.vendorId, apiKinds: service.apiKinds, contact: vendorContact })
    .from(target)
    .innerJoin(service, eq(service.id, target.serviceId))
    .innerJoin(vendorContact, and(eq(vendorContact.vendorId, service.vendorId), eq(vendorContact.kind, 'primary')))
    .where(and(eq(target.campaignId, campaignId), isNull(target.launchedAt)))
    .orderBy(asc(target.id))
    .limit(atMost)
    .for('update', { of: target, skipLocked: true });
  return rows.map(({ target: row, vendorId, apiKinds, contact }) => ({
    id: row.id,
    serviceId: row.serviceId,
    vendorId,
    wave: row.wave,
    apiKinds,
    invitee: { contactId: contact.id, name: contact.name, address: contact.address, language: contact.language },
  }));
}

/** Planned targets whose vendor has lost its contact since: the job fails, so that it is seen and tried again. */
async function refuseStranded(tx: Transaction, campaignId: string): Promise<void> {
  const [stranded] = await tx
    .select({ id: campaignTarget.id })
    .from(campaignTarget)
    .innerJoin(service, eq(service.id, campaignTarget.serviceId))
    .leftJoin(vendorContact, and(eq(vendorContact.vendorId, service.vendorId), eq(vendorContact.kind, 'primary')))
    .where(and(eq(campaignTarget.campaignId, campaignId), isNull(campaignTarget.launchedAt), isNull(vendorContact.id)))
    .limit(1);
  if (stranded) throw new Error('a launching campaign has a service without a contact');
}
