import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { newId } from '@/db/new-id';
import { createCampaign } from '@/usecases/campaigns/create-campaign';
import { launchCampaign } from '@/usecases/campaigns/launch-campaign';
import { launchTarget } from '@/usecases/campaigns/launch-target';
import { foundTestBank, type TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import { compare, type Row } from './measure';

const VENDORS = 1000;
const AT_ONCE = 20;

/**
 * A thousand planned targets turned into assessments, invitations, mails, revisions and events, against bare SQL that
 * writes as many rows of the same size in transactions of the same size. Once each: a launch isn't repeated.
 */
export async function benchLaunch(sql: Sql, ownerUrl: string): Promise<Row> {
  const outside = testOutside();
  const bank = await foundTestBank({ ownerUrl }, { slug: 'launches', vendors: VENDORS });
  const campaignId = await plannedCampaign(bank, outside);
  const bare = await plannedCampaign(bank, outside);
  const targets = await sql<{ id: string; serviceId: string; vendorId: string }[]>`
    select g.id, g.service_id as "serviceId", s.vendor_id as "vendorId" from tenant.campaign_target g
    join tenant.service s on s.tenant_id = g.tenant_id and s.id = g.service_id
    where g.tenant_id = ${bank.tenantId} and g.campaign_id = ${bare} order by g.id`;
  return compare(
    `launch-${VENDORS}`,
    1,
    async () => {
      for (let left = 1; left > 0; ) left = (await launchTarget(outside, bank.system, { campaignId })).left;
    },
    () => bareLaunch(sql, bank.tenantId, bare, targets),
    0,
  );
}

async function plannedCampaign(bank: TestBank, outside: ReturnType<typeof testOutside>): Promise<string> {
  const { campaignId } = await createCampaign(outside, bank.members.operator, {
    name: '千社の点検',
    fiscalYear: 2026,
    referenceDate: '2026-11-27',
    editionId: bank.editionId,
    serviceIds: bank.serviceIds,
    dueDate: '2026-12-25',
    reminderDays: [10, 3],
    overdueDays: [1],
  });
  await launchCampaign(outside, bank.members.operator, { campaignId });
  return campaignId;
}

async function bareLaunch(
  sql: Sql,
  tenantId: string,
  campaignId: string,
  targets: readonly { id: string; serviceId: string; vendorId: string }[],
): Promise<void> {
  const now = new Date();
  const by = sql.json({ kind: 'system' });
  for (let from = 0; from < targets.length; from += AT_ONCE) {
    const some = targets.slice(from, from + AT_ONCE).map((target) => ({ ...target, assessmentId: newId() }));
    const place = { tenant_id: tenantId, campaign_id: campaignId };
    await sql.begin(async (tx) => {
      await tx`select * from tenant.campaign where tenant_id = ${tenantId} and id = ${campaignId}`;
      await tx`select * from tenant.campaign_target where tenant_id = ${tenantId} and id = any(${some.map((row) => row.id)}::uuid[])
        for update skip locked`;
      await tx`insert into tenant.assessment ${tx(
        some.map(({ assessmentId, serviceId, vendorId }) => ({
          ...place,
          id: assessmentId,
          service_id: serviceId,
          vendor_id: vendorId,
          state: 'not_started',
          due_date: '2026-12-25',
          item_count: 54,
          created_at: now,
        })),
      )}`;
      const person = { address: 'contact@launches-vendor.example', language: 'ja' };
      await tx`insert into tenant.invitation ${tx(
        some.map(({ assessmentId }) => ({
          ...place,
          ...person,
          id: newId(),
          assessment_id: assessmentId,
          name: '担当',
          link_hash: createHash('sha256').update(newId()).digest('hex'),
          issued_at: now,
          expires_at: now,
        })),
      )}`;
      await tx`insert into tenant.mail ${tx(
        some.map(({ assessmentId }) => ({
          ...place,
          ...person,
          id: newId(),
          kind: 'invitation',
          assessment_id: assessmentId,
          recipient_name: '担当',
          occasion: newId(),
          due_at: now,
          state: 'planned',
          message_id: newId(),
          planned_at: now,
        })),
      )}`;
      const snapshot = sql.json({ ...place, due_date: '2026-12-25', text: 'x'.repeat(400) });
      await tx`insert into tenant.revision ${tx(
        some.flatMap(({ assessmentId }) =>
          ['assessment', 'invitation'].map((noun) => ({
            ...place,
            id: newId(),
            noun,
            row_id: assessmentId,
            assessment_id: assessmentId,
            snapshot,
            digest: 'd'.repeat(64),
            at: now,
            by,
          })),
        ),
      )}`;
      await tx`update tenant.campaign_target set launched_at = ${now} where tenant_id = ${tenantId}
        and id = any(${some.map((row) => row.id)}::uuid[])`;
      await bareEvents(tx, tenantId, campaignId, some);
    });
  }
}

async function bareEvents(
  tx: Sql | Parameters<Parameters<Sql['begin']>[1]>[0],
  tenantId: string,
  campaignId: string,
  some: readonly { assessmentId: string }[],
): Promise<void> {
  const [head] = await tx<
    { seq: number }[]
  >`select seq::float8 as seq from tenant.audit_head where tenant_id = ${tenantId} for update`;
  const events = some.map(({ assessmentId }, at) => ({
    tenant_id: tenantId,
    id: newId(),
    seq: (head?.seq ?? 0) + at + 1,
    campaign_id: campaignId,
    assessment_id: assessmentId,
  }));
  await tx`insert into tenant.audit_event ${tx(
    events.map((event) => ({
      ...event,
      previous_hash: createHash('sha256').update(newId()).digest('hex'),
      hash: createHash('sha256').update(newId()).digest('hex'),
      bytes: 'b'.repeat(400),
      at: new Date(),
      actor_id: 'system',
      kind: 'assessment.started',
    })),
  )}`;
  await tx`insert into tenant.audit_payload ${tx(events.map((event) => ({ ...event, salt: 's'.repeat(32), payload: 'p'.repeat(200) })))}`;
  await tx`update tenant.audit_head set seq = ${(head?.seq ?? 0) + events.length} where tenant_id = ${tenantId}`;
}
