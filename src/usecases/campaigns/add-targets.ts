import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { service, vendor, vendorContact } from '@/db/schema/bank';
import { campaign, campaignTarget } from '@/db/schema/campaign';
import { problemOf, waveProblems } from '@/domain/flight-plan';
import { Refusal } from '@/domain/refusal';
import { lastDueDate, MAX_WAVES, type Wave, waveSchema, wavesOf } from '@/domain/wave';
import { command } from '../command';
import { requireCampaign } from './require-campaign';

const WHY = ['already', 'no-contact', 'bounced', 'archived'] as const;

/**
 * More services for a campaign that is 実施中, with the day their links go out and their due date: a wave of the same dates
 * takes them, else a new one. The worker makes their assessments. Who can't be written to is left out and named.
 */
export const addTargets = command({
  audience: 'bank',
  action: 'campaigns.addTargets',
  input: z.strictObject({
    campaignId: z.uuid(),
    serviceIds: z.array(z.uuid()).min(1).max(500, { error: 'batch-too-large' }),
    ...waveSchema.shape,
  }),
  output: z.strictObject({
    done: z.array(z.uuid()),
    left: z.array(z.strictObject({ serviceId: z.uuid(), vendorName: z.string(), why: z.enum(WHY) })),
  }),
  async run({ tx, scope, now }, { campaignId, serviceIds, ...wave }) {
    const { tenantId } = scope;
    const row = await requireCampaign(tx, campaignId, true);
    const wanted = await requireWanted(tx, campaignId, [...new Set(serviceIds)]);
    if (row.state === 'closed') throw new Refusal('campaign-closed', {});
    if (row.state === 'paused') throw new Refusal('campaign-paused', {});
    if (row.state !== 'running') throw new Refusal('not-allowed-in-state', { state: row.state });
    const { waves, number } = placeOf(wave, wavesOf(row));
    const [problem] = waveProblems({ ...wave, number }, now);
    if (problem) throw new Refusal(problem.kind, 'wave' in problem ? { wave: problem.wave } : {});
    const left = wanted.flatMap(({ serviceId, vendorName, why }) =>
      why === null ? [] : [{ serviceId, vendorName, why }],
    );
    const done = wanted.filter((each) => each.why === null).map((each) => each.serviceId);
    if (done.length === 0) return { unchanged: { done, left } };
    await tx
      .insert(campaignTarget)
      .values(done.map((serviceId) => ({ tenantId, id: newId(), campaignId, serviceId, wave: number })));
    const [changed] = await tx
      .update(campaign)
      .set({ waves, dueDate: lastDueDate(waves), version: row.version + 1 })
      .where(eq(campaign.id, campaignId))
      .returning();
    if (!changed) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'campaign', row: changed, campaignId },
    ]);
    return {
      output: { done, left },
      events: [
        {
          kind: 'campaign.targets_added',
          campaignId,
          objects: [campaignId],
          payload: { digests, serviceIds: done, wave: number },
        },
      ],
      wake: [{ kind: 'campaign.launch', payload: { tenantId, campaignId } }],
    };
  },
});

/** The wave with the same dates, or a new one behind the others. */
function placeOf(wave: Wave, waves: readonly Wave[]): { waves: Wave[]; number: number } {
  const at = waves.findIndex((each) => each.sendOn === wave.sendOn && each.dueDate === wave.dueDate);
  if (at >= 0) return { waves: [...waves], number: at + 1 };
  if (waves.length >= MAX_WAVES) throw new Refusal('too-many-waves', { max: MAX_WAVES });
  return { waves: [...waves, wave], number: waves.length + 1 };
}

async function requireWanted(tx: Transaction, campaignId: string, serviceIds: readonly string[]) {
  const rows = await tx
    .select({ service, vendor })
    .from(service)
    .innerJoin(vendor, eq(vendor.id, service.vendorId))
    .where(inArray(service.id, [...serviceIds]));
  if (rows.length !== serviceIds.length) throw new Refusal('not-found', {});
  const contacts = await tx
    .select()
    .from(vendorContact)
    .where(
      inArray(
        vendorContact.vendorId,
        rows.map((row) => row.vendor.id),
      ),
    );
  const people = Map.groupBy(contacts, (contact) => contact.vendorId);
  const chosen = await tx
    .select({ serviceId: campaignTarget.serviceId })
    .from(campaignTarget)
    .where(eq(campaignTarget.campaignId, campaignId));
  const already = new Set(chosen.map((each) => each.serviceId));
  return rows.map(({ service: of, vendor: owner }) => ({
    serviceId: of.id,
    vendorName: owner.name,
    why: already.has(of.id)
      ? ('already' as const)
      : problemOf({
          archived: of.archivedAt !== null || owner.archivedAt !== null,
          contacts: people.get(owner.id) ?? [],
        }),
  }));
}
