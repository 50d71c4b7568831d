import type { Sql } from 'postgres';
import { listAssessments } from '@/usecases/assessments/list-assessments';
import type { TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import { EVERY_ASSESSMENT } from '@/usecases/testing/every-assessment';
import { compare, type Row } from './measure';

/** The first page of a campaign's table with its counts, against the same questions in bare SQL. */
export async function benchCampaignTable(
  sql: Sql,
  bank: TestBank,
  campaignId: string,
  outside: ReturnType<typeof testOutside>,
): Promise<Row> {
  const { tenantId } = bank;
  const lines = sql`
    select a.*, w.name as vendor_name, w.kana, s.name as service_name, s.criticality, p.name as in_charge,
      a.id in (select i.assessment_id from tenant.invitation i where i.tenant_id = ${tenantId} and i.campaign_id = ${campaignId}
        and i.opened_at is not null) as opened,
      (a.id in (select m.assessment_id from tenant.mail m where m.tenant_id = ${tenantId} and m.campaign_id = ${campaignId}
        and m.kind <> 'copy' and (m.state = 'uncertain' or m.doubtful = 'yes' or m.state = 'failed' and not exists (select 1
          from tenant.invitation x where x.tenant_id = ${tenantId} and x.id = m.invitation_id and x.revoked_at is not null)))
        or a.state in ('not_started', 'answering', 'returned') and a.id in (select i.assessment_id
          from tenant.invitation i join tenant.vendor_contact b on b.tenant_id = ${tenantId} and b.id = i.contact_id
            and b.address = i.address and b.bounced_at is not null
          where i.tenant_id = ${tenantId} and i.campaign_id = ${campaignId} and i.revoked_at is null
            and i.delegated_by is null)) as troubled
    from tenant.assessment a
    join tenant.service s on s.tenant_id = ${tenantId} and s.id = a.service_id
    join tenant.vendor w on w.tenant_id = ${tenantId} and w.id = a.vendor_id
    left join tenant.member p on p.tenant_id = ${tenantId} and p.id = a.in_charge_id
    where a.tenant_id = ${tenantId} and a.campaign_id = ${campaignId}`;
  return compare(
    'campaign-table',
    15,
    () => listAssessments(outside, bank.members.viewer, { campaignId, ...EVERY_ASSESSMENT }),
    async () => {
      await sql`select * from tenant.campaign where tenant_id = ${tenantId} and id = ${campaignId}`;
      await sql`select count(*), count(*) filter (where state = 'answering'), count(*) filter (where state = 'submitted'),
        count(*) filter (where troubled), count(*) filter (where opened) from (${lines}) line`;
      await sql`with page as (select * from (${lines}) line order by kana, id limit 50)
        select page.*, claims.* from page
        left join lateral (
          select count(*) filter (where v.status = 'unmet'), count(*) filter (where v.status = 'partial'),
            count(*) filter (where v.status in ('partial', 'unmet') or j.value = 'insufficient') as gaps
          from (select id from tenant.round r where r.tenant_id = ${tenantId} and r.assessment_id = page.id
            and r.state <> 'taken_back' order by number desc, submitted_at desc limit 1) newest
          join tenant.round_item ri on ri.tenant_id = ${tenantId} and ri.round_id = newest.id and ri.slot = 'vendor'
          join tenant.answer_revision v on v.tenant_id = ${tenantId} and v.id = ri.revision_id
          left join tenant.verdict j on j.tenant_id = ${tenantId} and j.round_id = ri.round_id and j.item_id = ri.item_id
        ) claims on true`;
      await sql`select id, name from tenant.member where tenant_id = ${tenantId} and disabled_at is null order by name`;
    },
  );
}
