import type { Sql } from 'postgres';
import { showReview } from '@/usecases/reviews/show-review';
import type { TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import { compare, type Row } from './measure';

/** One assessment opened for review, last year's answers beside it, against the same rows read in bare SQL. */
export async function benchReviewOpen(
  sql: Sql,
  bank: TestBank,
  assessmentId: string,
  outside: ReturnType<typeof testOutside>,
): Promise<Row> {
  const { tenantId } = bank;
  return compare(
    'review-open',
    25,
    () => showReview(outside, bank.members.reviewer, { assessmentId }),
    () => bareReview(sql, tenantId, assessmentId),
  );
}

async function bareReview(sql: Sql, tenantId: string, assessmentId: string): Promise<void> {
  const [about] = await sql`select * from tenant.assessment where tenant_id = ${tenantId} and id = ${assessmentId}`;
  if (!about) throw new Error('nothing to review');
  const [of] = await sql`select * from tenant.campaign where tenant_id = ${tenantId} and id = ${about.campaign_id}`;
  const rounds = await sql`select * from tenant.round where tenant_id = ${tenantId} and assessment_id = ${assessmentId}
    order by number desc`;
  const roundIds = rounds.map((row) => row.id as string);
  await sql`select * from tenant.pinned_item where tenant_id = ${tenantId} and campaign_id = ${about.campaign_id} order by position`;
  await answers(sql, tenantId, roundIds);
  for (const table of ['comment', 'commitment', 'reply', 'item_reading', 'internal_note', 'acceptance'] as const) {
    await sql`select * from tenant.${sql(table)} where tenant_id = ${tenantId} and assessment_id = ${assessmentId}`;
  }
  const years = await sql`select a.id, r.id as round_id from tenant.campaign c
    join tenant.assessment a on a.tenant_id = ${tenantId} and a.campaign_id = c.id and a.service_id = ${about.service_id}
    join tenant.round r on r.tenant_id = ${tenantId} and r.assessment_id = a.id and r.state = 'approved'
    where c.tenant_id = ${tenantId} and a.state = 'approved' and c.reference_date < ${of?.reference_date}
    order by c.reference_date desc limit 2`;
  await answers(
    sql,
    tenantId,
    years.map((row) => row.round_id as string),
  );
  const bankAnswers =
    await sql`select * from tenant.answer where tenant_id = ${tenantId} and campaign_id = ${about.campaign_id}
    and slot = 'bank' and (assessment_id is null or assessment_id = ${assessmentId})`;
  const answerIds = bankAnswers.map((row) => row.id as string);
  for (const table of ['bank_answer_proposal', 'bank_answer_approval'] as const) {
    await sql`select * from tenant.${sql(table)} where tenant_id = ${tenantId} and answer_id = any(${answerIds}::uuid[])`;
  }
  await sql`select w.name, s.name, s.api_kinds from tenant.service s join tenant.vendor w on w.tenant_id = ${tenantId}
    and w.id = s.vendor_id where s.tenant_id = ${tenantId} and s.id = ${about.service_id}`;
  await sql`select * from tenant.invitation where tenant_id = ${tenantId} and assessment_id = ${assessmentId} and revoked_at is null`;
  await sql`select grades from tenant.bank_profile where tenant_id = ${tenantId}`;
}

async function answers(sql: Sql, tenantId: string, roundIds: readonly string[]): Promise<void> {
  await sql`select p.number, p.content_hash, ri.round_id, r.*, v.value, c.measure, c.person, c.promised
    from tenant.round_item ri
    join tenant.pinned_item p on p.tenant_id = ${tenantId} and p.id = ri.item_id
    join tenant.answer_revision r on r.tenant_id = ${tenantId} and r.id = ri.revision_id
    left join tenant.verdict v on v.tenant_id = ${tenantId} and v.round_id = ri.round_id and v.item_id = ri.item_id
    left join tenant.commitment c on c.tenant_id = ${tenantId} and c.round_id = ri.round_id and c.item_id = ri.item_id
    where ri.tenant_id = ${tenantId} and ri.round_id = any(${[...roundIds]}::uuid[]) and ri.slot = 'vendor' order by p.position`;
}
