'use client';

import { useState } from 'react';
import { mayDo, type Role } from '@/domain/access';
import { useTRPCClient } from '@/trpc/client/provider';
import type { AssessmentSearch } from './assessment-search';
import { AssessmentTable } from './assessment-table';
import { BulkActions } from './bulk-actions';
import type { AssessmentPage, CampaignView } from './campaign-data';
import { LeftOutNotice } from './left-out-notice';

/** The campaign's table with what may be done to the rows chosen in it. */
export function CampaignVendors(props: {
  campaign: CampaignView;
  table: AssessmentPage;
  search: AssessmentSearch;
  roles: readonly string[];
}) {
  const { campaign, table, search, roles } = props;
  const client = useTRPCClient();
  const [left, setLeft] = useState<Parameters<typeof LeftOutNotice>[0]['left']>([]);
  const mayWork = mayDo('bank', roles as readonly Role[], 'assessments.assign') && campaign.state !== 'closed';
  const allMatching = async () => {
    const { inCharge, criticality, apiKind, ...chosen } = search;
    const { lines } = await client.bank.assessments.listMatching.query({
      campaignId: campaign.id,
      ...chosen,
      inChargeId: inCharge || null,
      criticality: criticality || null,
      apiKind: apiKind || null,
    });
    return lines;
  };
  return (
    <div className="mt16">
      <LeftOutNotice left={left} />
      <AssessmentTable
        campaignId={campaign.id}
        data={table}
        search={search}
        allMatching={allMatching}
        bulk={
          mayWork
            ? (chosen, clear) => (
                <BulkActions
                  chosen={chosen}
                  members={table.members}
                  today={campaign.today}
                  campaignState={campaign.state}
                  onClear={clear}
                  onOutcome={setLeft}
                />
              )
            : null
        }
      />
    </div>
  );
}
