import { foreignKey, primaryKey, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { member } from './bank';
import { campaign } from './campaign';
import { instant, tenantKey, tenantPlane } from './planes';

/** A campaign that an auditor was named for. The auditor's row-level policies read this table. */
export const auditorCampaign = tenantPlane.table(
  'auditor_campaign',
  { ...tenantKey(), memberId: uuid().notNull(), campaignId: uuid().notNull(), grantedAt: instant().notNull() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'auditor_campaign_member',
      columns: [t.tenantId, t.memberId],
      foreignColumns: [member.tenantId, member.id],
    }),
    foreignKey({
      name: 'auditor_campaign_campaign',
      columns: [t.tenantId, t.campaignId],
      foreignColumns: [campaign.tenantId, campaign.id],
    }),
    uniqueIndex('auditor_campaign_once').on(t.tenantId, t.memberId, t.campaignId),
  ],
);
