/** What is broken on purpose, and a word that the finding must contain. Applied one at a time and undone. */
export interface Defect {
  what: string;
  sql: string;
  noticed: string;
}

const TENANT = "(select nullif(current_setting('app.tenant_id', true), '')::uuid)";

/** Defects that the catalogue shows. */
export const CATALOGUE_DEFECTS: readonly Defect[] = [
  {
    what: 'row security switched off',
    sql: 'alter table tenant.answer disable row level security',
    noticed: 'tenant.answer has no row security',
  },
  {
    what: 'row security not forced',
    sql: 'alter table tenant.vendor no force row level security',
    noticed: 'tenant.vendor does not force',
  },
  {
    what: 'the bank’s policy dropped',
    sql: 'drop policy bank on tenant.mail',
    noticed: 'tenant.mail has no policy for the bank',
  },
  {
    what: 'a policy without its filter',
    sql: 'drop policy bank on tenant.vendor; create policy bank on tenant.vendor to tenken_bank using (true) with check (true)',
    noticed: 'reads beyond the tenant',
  },
  {
    what: 'a policy that filters reading but not writing',
    sql: `drop policy bank on tenant.vendor; create policy bank on tenant.vendor to tenken_bank using (tenant_id = ${TENANT}) with check (true)`,
    noticed: 'writes beyond the tenant',
  },
  {
    what: 'a policy for everybody',
    sql: `create policy open on tenant.vendor using (tenant_id = ${TENANT})`,
    noticed: 'is for everybody',
  },
  {
    what: 'a table that nobody classified',
    sql: 'create table tenant.scratch (tenant_id uuid, id uuid, primary key (tenant_id, id))',
    noticed: 'tenant.scratch belongs to no plane',
  },
  {
    what: 'a table outside every plane',
    sql: 'create table public.scratch (id int)',
    noticed: 'public.scratch belongs to no plane',
  },
  {
    what: 'a key column dropped from a primary key',
    sql: 'alter table tenant.bank_answer_proposal drop constraint bank_answer_proposal_tenant_id_id_pk; alter table tenant.bank_answer_proposal add primary key (id)',
    noticed: 'primary key of tenant.bank_answer_proposal',
  },
  {
    what: 'a foreign key without the tenant',
    sql: 'alter table tenant.vendor add unique (id); alter table tenant.service add constraint bare foreign key (vendor_id) references tenant.vendor (id)',
    noticed: 'foreign key bare',
  },
  {
    what: 'a unique index over all banks',
    sql: 'create unique index told on tenant.vendor (corporate_number)',
    noticed: 'unique index told',
  },
  {
    what: 'a view that runs as its owner',
    sql: 'create view tenant.peek as select * from tenant.vendor',
    noticed: 'tenant.peek does not run as its reader',
  },
  {
    what: 'a materialised view',
    sql: 'create materialized view tenant.copied as select * from tenant.vendor',
    noticed: 'tenant.copied is a materialised view',
  },
  {
    what: 'a new door',
    sql: "create function doors.all_vendors() returns setof tenant.vendor language sql security definer set search_path = pg_catalog as 'select * from tenant.vendor'",
    noticed: 'doors.all_vendors is no listed door',
  },
  {
    what: 'a door without a fixed search_path',
    sql: 'alter function doors.grant_of(text) reset search_path',
    noticed: 'door grant_of has no fixed search_path',
  },
  {
    what: 'a door open to everybody',
    sql: 'grant execute on function doors.create_tenant(uuid, text, jsonb, timestamptz) to public',
    noticed: 'may be called by everybody',
  },
  {
    what: 'a serving role that bypasses row security',
    sql: 'alter role tenken_auditor bypassrls',
    noticed: 'bypasses row security',
  },
  {
    what: 'a serving login that can become the door',
    sql: 'grant tenken_door to tenken_app',
    noticed: 'can become tenken_door',
  },
  {
    what: 'a serving role that owns a table',
    sql: 'grant all on schema tenant to tenken_bank; alter table tenant.vendor owner to tenken_bank',
    noticed: 'which owns tables',
  },
  {
    what: 'a role that may truncate',
    sql: 'grant truncate on tenant.answer to tenken_bank',
    noticed: 'TRUNCATE tenant.answer',
  },
  {
    what: 'a respondent who may read internal notes',
    sql: 'grant select on tenant.internal_note to tenken_respondent',
    noticed: 'SELECT tenant.internal_note',
  },
  {
    what: 'a master that every organisation reads',
    sql: 'drop policy own on respondents.master_answer; create policy own on respondents.master_answer to tenken_organisation using (true) with check (true)',
    noticed: 'policy own on respondents.master_answer reads beyond',
  },
  {
    what: 'a bank that may read a master',
    sql: 'grant select on respondents.master_answer to tenken_bank',
    noticed: 'SELECT respondents.master_answer',
  },
  {
    what: 'audit events that the bank may change',
    sql: 'grant update (bytes) on tenant.audit_event to tenken_bank',
    noticed: 'UPDATE tenant.audit_event',
  },
];

/** Defects that only show when somebody tries: the policies look right and filter too little. */
export const REACH_DEFECTS: readonly Defect[] = [
  {
    what: 'a colleague who sees more than the items asked for',
    sql: 'drop policy given_items on tenant.answer_revision',
    noticed: 'tenken_respondent can read',
  },
  {
    what: 'a bank that sees evidence before it is submitted',
    sql: `drop policy bank on tenant.evidence; create policy bank on tenant.evidence to tenken_bank using (tenant_id = ${TENANT}) with check (tenant_id = ${TENANT})`,
    noticed: 'of evidence outside its scope',
  },
  {
    what: 'a respondent’s policy without the assessment',
    sql: `drop policy respondent on tenant.answer; create policy respondent on tenant.answer to tenken_respondent using (tenant_id = ${TENANT}) with check (tenant_id = ${TENANT})`,
    noticed: 'tenken_respondent can read',
  },
  {
    what: 'an auditor’s policy without the named campaigns',
    sql: `drop policy auditor on tenant.assessment; create policy auditor on tenant.assessment for select to tenken_auditor using (tenant_id = ${TENANT})`,
    noticed: 'tenken_auditor can read',
  },
  {
    what: 'a tenant filter that is always true',
    sql: `drop policy bank on tenant.vendor; create policy bank on tenant.vendor to tenken_bank using (tenant_id = ${TENANT} or name <> '') with check (tenant_id = ${TENANT})`,
    noticed: 'tenken_bank can read',
  },
  {
    what: 'a bank that may write another bank’s rows',
    sql: `drop policy bank on tenant.vendor; create policy bank on tenant.vendor to tenken_bank using (tenant_id = ${TENANT}) with check (tenant_id = ${TENANT} or name <> '')`,
    noticed: 'tenken_bank can insert',
  },
];
