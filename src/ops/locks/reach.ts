import { randomUUID } from 'node:crypto';
import postgres, { type TransactionSql } from 'postgres';

export interface Standing {
  role: 'tenken_bank' | 'tenken_respondent' | 'tenken_auditor';
  tenantId: string;
  assessmentId?: string;
  /** A respondent's own invitation. */
  invitationId?: string;
  /** The items that a colleague was asked for（担当依頼）; absent for a lead. */
  givenItemIds?: readonly string[];
  memberId?: string;
  /** The campaigns that an auditor was named for. */
  campaignIds?: readonly string[];
}

/** One chain and one profile a tenant: everybody of the tenant reaches them, by design. */
const SHARED_IN_TENANT = ['audit_head', 'bank_profile'];

/**
 * Tries, table by table, to read, insert, change and delete rows outside a standing: of other tenants, and of the same
 * tenant outside the assessment or the named campaigns. Lists every success. The rows must exist: a table without one
 * outside the standing is reported as `untested`, so that the check can't pass on emptiness.
 */
export async function reachProblems(
  sql: TransactionSql,
  standing: Standing,
): Promise<{ problems: string[]; untested: string[] }> {
  const problems: string[] = [];
  const untested: string[] = [];
  const tables = await sql<{ name: string; columns: string[]; changeable: string | null }[]>`
    select c.relname as name, array_agg(a.attname::text) as columns,
      min(a.attname::text) filter (where has_column_privilege(${standing.role}, c.oid, a.attnum, 'UPDATE')) as changeable
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'tenant'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' group by c.relname order by c.relname`;
  if (tables.length === 0) throw new Error('no table was tried');
  for (const { name, columns, changeable } of tables) {
    const outside = outsideOf(standing, name, columns);
    const [sample] = await sql.unsafe<{ row: Record<string, unknown> }[]>(
      `select to_jsonb(t) as row from tenant.${name} t where ${outside} limit 1`,
    );
    if (!sample) untested.push(name);
    const attempt = async (what: string, statement: string) => {
      const count = await asStanding(sql, standing, async (tx) => (await tx.unsafe(statement)).count);
      if (count > 0) problems.push(`${standing.role} can ${what} ${count} rows of ${name} outside its scope`);
    };
    await attempt('read', `select 1 from tenant.${name} t where ${outside}`);
    if (changeable)
      await attempt('change', `update tenant.${name} t set ${changeable} = ${changeable} where ${outside}`);
    await attempt('delete', `delete from tenant.${name} t where ${outside}`);
    if (sample) {
      const row = JSON.stringify({ ...sample.row, id: randomUUID() }).replaceAll("'", "''");
      await attempt(
        'insert',
        `insert into tenant.${name} select * from jsonb_populate_record(null::tenant.${name}, '${row}'::jsonb)`,
      );
    }
  }
  return { problems, untested };
}

/** Rows that the standing must not reach, as an SQL condition on `t`. */
function outsideOf(standing: Standing, table: string, columns: readonly string[]): string {
  const foreign = `t.tenant_id <> '${standing.tenantId}'`;
  if (SHARED_IN_TENANT.includes(table)) return foreign;
  if (standing.role === 'tenken_respondent' && standing.assessmentId) {
    const own = standing.assessmentId;
    const given = standing.givenItemIds?.map((id) => `'${id}'`).join(', ');
    const notGiven = (column: string) => (given === undefined ? '' : ` or t.${column} not in (${given})`);
    if (table === 'assessment') return `(${foreign} or t.id <> '${own}')`;
    if (table === 'pinned_item') return `(${foreign}${notGiven('id')})`;
    // The bank's shared answers belong to no assessment; their own policy is proved by the respondents' tests.
    if (columns.includes('assessment_id')) {
      const items = columns.includes('item_id') ? notGiven('item_id') : '';
      return `(${foreign} or t.assessment_id <> '${own}'${items})`;
    }
  }
  if (standing.role === 'tenken_bank' && (table === 'evidence' || table === 'evidence_use')) {
    const submitted = '(select r.evidence_id from tenant.round_evidence r)';
    return `(${foreign} or t.${table === 'evidence' ? 'id' : 'evidence_id'} not in ${submitted})`;
  }
  if (standing.role === 'tenken_auditor') {
    const named = (standing.campaignIds ?? []).map((id) => `'${id}'`).join(', ') || 'null';
    if (table === 'campaign') return `(${foreign} or t.id not in (${named}))`;
    if (columns.includes('campaign_id')) return `(${foreign} or t.campaign_id not in (${named}))`;
  }
  return foreign;
}

/** Runs as the standing and undoes it; a refusal by the database counts as no row. */
async function asStanding(
  sql: TransactionSql,
  standing: Standing,
  work: (tx: TransactionSql) => Promise<number>,
): Promise<number> {
  const undo = new Error('undo');
  let count = 0;
  try {
    await sql.savepoint(async (tx) => {
      await tx`select set_config('role', ${standing.role}, true), set_config('app.tenant_id', ${standing.tenantId}, true),
        set_config('app.assessment_id', ${standing.assessmentId ?? ''}, true),
        set_config('app.invitation_id', ${standing.invitationId ?? ''}, true), set_config('app.member_id', ${standing.memberId ?? ''}, true)`;
      count = await work(tx);
      throw undo;
    });
  } catch (error) {
    if (error === undo) return count;
    // 42501: no privilege, or a row that the policy does not let through.
    if (error instanceof postgres.PostgresError && error.code === '42501') return 0;
    throw error;
  }
  return count;
}
