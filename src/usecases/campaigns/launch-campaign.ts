import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { campaign, pinnedItem } from '@/db/schema/campaign';
import { contentHash, itemIdOf } from '@/domain/checklist';
import { type FlightPlan, type FlightTarget, planFlight } from '@/domain/flight-plan';
import { Refusal } from '@/domain/refusal';
import { nextCampaignState } from '@/domain/transitions';
import { keepLineages } from '../checklists/keep-lineages';
import { command } from '../command';
import { campaignItems } from './campaign-items';
import { flightTargets } from './flight-targets';
import { requireCampaign } from './require-campaign';

/** So many vendors are named in a refusal; the flight plan shows the rest. */
const MAX_NAMED = 5;

/**
 * 起動: pins the chosen items and hands the planned targets to the worker. Of two people who press at once the second
 * finds it launched (`already-launched`). Refuses whatever the flight plan calls blocking.
 */
export const launchCampaign = command({
  audience: 'bank',
  action: 'campaigns.launch',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({ targets: z.int() }),
  async run({ tx, scope, now }, { campaignId }) {
    const { tenantId } = scope;
    const row = await requireCampaign(tx, campaignId, true);
    const state = nextCampaignState(row.state, 'launch');
    if (state === null) throw new Refusal('already-launched', {});
    const targets = await flightTargets(tx, campaignId);
    const { asked, published, sourceId } = await campaignItems(tx, row);
    refuseBlocked(planFlight({ ...row, items: asked.length, published, targets }, now));
    const pinned = asked.map((item, index) => ({
      tenantId,
      id: newId(),
      campaignId,
      position: index + 1,
      number: item.number,
      category: item.category,
      objective: item.objective,
      answeredBy: item.answeredBy,
      editionItemId: `${sourceId}#${itemIdOf(item)}`,
      contentHash: contentHash(item),
      content: item,
      onlyForApiKinds: item.onlyForApiKinds ?? null,
    }));
    await tx.insert(pinnedItem).values(pinned);
    const [launched] = await tx
      .update(campaign)
      .set({ state, launchedAt: now, launchedBy: scope.memberId, version: row.version + 1 })
      .where(eq(campaign.id, campaignId))
      .returning();
    if (!launched) throw new Refusal('not-found', {});
    await keepLineages(tx, tenantId);
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'campaign', row: launched, campaignId },
    ]);
    return {
      output: { targets: targets.length },
      events: [
        {
          kind: 'campaign.launched',
          campaignId,
          objects: [campaignId],
          payload: {
            digests,
            edition: sourceId,
            items: pinned.map((item) => item.contentHash),
            targets: targets.length,
          },
        },
      ],
      wake: [{ kind: 'campaign.launch', payload: { tenantId, campaignId } }],
    };
  },
});

function refuseBlocked(plan: FlightPlan<FlightTarget>): void {
  const [first] = plan.blocking;
  if (first) throw new Refusal(first.kind, 'wave' in first ? { wave: first.wave } : {});
  const blocked = plan.targets.filter((target) => target.problem !== null);
  const [sample] = blocked;
  if (!sample?.problem) return;
  const named = blocked.filter((target) => target.problem === sample.problem).map((target) => target.vendorName);
  throw new Refusal(CODES[sample.problem], {
    vendors: named.slice(0, MAX_NAMED).join('、'),
    more: Math.max(0, named.length - MAX_NAMED),
  });
}

const CODES = { 'no-contact': 'no-contact', bounced: 'contact-bounced', archived: 'service-archived' } as const;
