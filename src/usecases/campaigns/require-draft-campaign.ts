import type { Transaction } from '@/db/client';
import { Refusal } from '@/domain/refusal';
import { type CampaignRow, requireCampaign } from './require-campaign';

/**
 * A campaign in preparation, held until the transaction ends. Refuses `not-found`, then `already-launched`; with a
 * `version`, `stale-record` when somebody changed it since.
 */
export async function requireDraftCampaign(
  tx: Transaction,
  campaignId: string,
  version?: number,
): Promise<CampaignRow> {
  const row = await requireCampaign(tx, campaignId, true);
  if (row.state !== 'draft') throw new Refusal('already-launched', {});
  if (version !== undefined && row.version !== version) throw new Refusal('stale-record', {});
  return row;
}
