import type { TransactionSql } from 'postgres';
import {
  APPEND_ONLY,
  CLASSIFIED_TABLES,
  CLOSED_TO_RESPONDENTS,
  DOORS,
  RANDOM_UNIQUE,
  SERVING_ROLES,
} from './classified';

type Reader = Pick<TransactionSql, 'unsafe'>;

const OWN_SCHEMAS = "('tenant', 'respondents', 'platform', 'doors', 'public')";

/**
 * Reads the catalogue and lists everything that breaks the database's lock, a sentence each; empty when it holds. It
 * throws when it has read nothing: a check that saw no table must not pass.
 */
export async function catalogueProblems(sql: Reader): Promise<string[]> {
  const problems = [
    ...(await tableProblems(sql)),
    ...(await policyProblems(sql)),
    ...(await keyProblems(sql)),
    ...(await viewProblems(sql)),
    ...(await functionProblems(sql)),
    ...(await roleProblems(sql)),
    ...(await grantProblems(sql)),
  ];
  return problems;
}

/** Every table of the tenant plane, and those of the respondents' plane that belong to one organisation. */
const isLocked = ({ plane, name }: { plane: string; name: string }) =>
  plane === 'tenant' || (plane === 'respondents' && /\.(?:organisation|master)/.test(name));

async function tableProblems(sql: Reader): Promise<string[]> {
  const tables = await sql.unsafe<{ name: string; plane: string; enabled: boolean; forced: boolean }[]>(`
    select n.nspname || '.' || c.relname as name, n.nspname as plane, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f') and n.nspname in ${OWN_SCHEMAS}`);
  if (tables.length === 0) throw new Error('the catalogue test has read no table');
  const found = new Set(tables.map((table) => table.name));
  return [
    ...tables.filter((table) => !CLASSIFIED_TABLES.has(table.name)).map((table) => `${table.name} belongs to no plane`),
    ...[...CLASSIFIED_TABLES].filter((name) => !found.has(name)).map((name) => `${name} is missing`),
    ...tables.filter((table) => isLocked(table) && !table.enabled).map((table) => `${table.name} has no row security`),
    ...tables
      .filter((table) => isLocked(table) && !table.forced)
      .map((table) => `${table.name} does not force row security`),
  ];
}

async function policyProblems(sql: Reader): Promise<string[]> {
  const policies = await sql.unsafe<
    { table: string; policy: string; roles: string[]; cmd: string; qual: string | null; check: string | null }[]
  >(`select schemaname || '.' || tablename as table, policyname as policy, roles::text[] as roles, cmd, qual, with_check as check
     from pg_policies where schemaname in ${OWN_SCHEMAS}`);
  const problems: string[] = [];
  for (const { table, policy, roles, cmd, qual, check } of policies) {
    const name = `policy ${policy} on ${table}`;
    const doors = roles.length === 1 && roles[0] === 'tenken_door';
    if (roles.includes('public')) problems.push(`${name} is for everybody`);
    if (doors) continue;
    // Identities look up whose invitation and membership it is, and settle the mail of an invitation.
    if (roles.length === 1 && roles[0] === 'tenken_identity' && table.startsWith('respondents.organisation')) continue;
    const key = table.startsWith('respondents.') ? 'app.organisation_id' : 'app.tenant_id';
    const keyed = (text: string | null) => text === null || text.includes(`current_setting('${key}'`);
    if (!keyed(qual)) problems.push(`${name} reads beyond the tenant`);
    if (!keyed(check)) problems.push(`${name} writes beyond the tenant`);
    if (cmd !== 'SELECT' && cmd !== 'DELETE' && check === null) problems.push(`${name} has no WITH CHECK`);
  }
  for (const name of CLASSIFIED_TABLES) {
    if (!name.startsWith('tenant.')) continue;
    const own = policies.filter((policy) => policy.table === name && policy.roles.includes('tenken_bank'));
    if (own.length === 0) problems.push(`${name} has no policy for the bank`);
  }
  return problems;
}

async function keyProblems(sql: Reader): Promise<string[]> {
  const keys = await sql.unsafe<{ table: string; columns: string[] }[]>(`
    select c.relname as table, array(select a.attname::text from unnest(k.conkey) with ordinality as u(attnum, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = u.attnum order by u.place) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'tenant'
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p' where c.relkind = 'r'`);
  const foreign = await sql.unsafe<{ name: string; columns: string[]; target: string[]; plane: string }[]>(`
    select k.conname as name, tn.nspname as plane,
      array(select a.attname::text from unnest(k.conkey) with ordinality as u(attnum, place)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.attnum order by u.place) as columns,
      array(select a.attname::text from unnest(k.confkey) with ordinality as u(attnum, place)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.attnum order by u.place) as target
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.contype = 'f' and n.nspname = 'tenant'`);
  const unique = await sql.unsafe<{ name: string; first: string }[]>(`
    select i.relname as name, a.attname as first
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
    join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
    where x.indisunique and n.nspname = 'tenant'`);
  const random: readonly string[] = RANDOM_UNIQUE;
  return [
    ...keys
      .filter((key) => key.columns.join() !== 'tenant_id,id')
      .map((key) => `the primary key of tenant.${key.table} is not (tenant_id, id)`),
    ...foreign
      .filter((key) => key.plane === 'tenant' && !(key.columns[0] === 'tenant_id' && key.target[0] === 'tenant_id'))
      .map((key) => `foreign key ${key.name} does not carry tenant_id`),
    ...unique
      .filter((index) => index.first !== 'tenant_id' && !random.includes(index.name))
      .map((index) => `unique index ${index.name} does not lead with tenant_id`),
  ];
}

async function viewProblems(sql: Reader): Promise<string[]> {
  const views = await sql.unsafe<{ name: string; kind: string; options: string[] | null }[]>(`
    select n.nspname || '.' || c.relname as name, c.relkind as kind, c.reloptions as options
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and n.nspname in ${OWN_SCHEMAS}`);
  return views.flatMap(({ name, kind, options }) => {
    if (kind === 'm') return [`${name} is a materialised view`];
    return (options ?? []).includes('security_invoker=true') ? [] : [`view ${name} does not run as its reader`];
  });
}

async function functionProblems(sql: Reader): Promise<string[]> {
  const functions = await sql.unsafe<
    { name: string; schema: string; definer: boolean; config: string[] | null; everybody: boolean; owner: string }[]
  >(`select p.proname as name, n.nspname as schema, p.prosecdef as definer, p.proconfig as config,
       exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0) as everybody,
       p.proowner::regrole::text as owner
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ${OWN_SCHEMAS}`);
  const doors: readonly string[] = DOORS;
  const problems = doors
    .filter((door) => !functions.some((each) => each.schema === 'doors' && each.name === door && each.definer))
    .map((door) => `door ${door} is missing`);
  for (const { name, schema, definer, config, everybody, owner } of functions) {
    if (schema !== 'doors' || !doors.includes(name)) problems.push(`function ${schema}.${name} is no listed door`);
    if (everybody) problems.push(`function ${schema}.${name} may be called by everybody`);
    if (!definer) continue;
    if (!(config ?? []).some((setting) => setting.startsWith('search_path=')))
      problems.push(`door ${name} has no fixed search_path`);
    if (owner !== 'tenken_door') problems.push(`door ${name} is owned by ${owner}`);
  }
  return problems;
}

async function roleProblems(sql: Reader): Promise<string[]> {
  const roles = `('${[...SERVING_ROLES, 'tenken_app'].join("', '")}')`;
  const reachable = await sql.unsafe<
    { role: string; via: string; super: boolean; bypass: boolean; owns: number; login: boolean }[]
  >(`
    with recursive reach as (
      select r.oid as role, r.oid as via from pg_roles r where r.rolname in ${roles}
      union select reach.role, m.roleid from reach join pg_auth_members m on m.member = reach.via
    )
    select r.rolname as role, v.rolname as via, v.rolsuper as super, v.rolbypassrls as bypass, v.rolcanlogin as login,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relowner = v.oid and n.nspname in ${OWN_SCHEMAS}) as owns
    from reach join pg_roles r on r.oid = reach.role join pg_roles v on v.oid = reach.via`);
  return reachable.flatMap(({ role, via, super: all, bypass, owns }) => {
    const found: string[] = [];
    if (all) found.push(`${role} reaches superuser ${via}`);
    if (bypass) found.push(`${role} reaches ${via}, which bypasses row security`);
    if (owns > 0) found.push(`${role} reaches ${via}, which owns tables`);
    if (via === 'tenken_door' || via === 'tenken_host') found.push(`${role} can become ${via}`);
    return found;
  });
}

async function grantProblems(sql: Reader): Promise<string[]> {
  const grants = await sql.unsafe<{ plane: string; table: string; role: string; privilege: string }[]>(`
    select distinct n.nspname as plane, c.relname as table, x.grantee::regrole::text as role, x.privilege_type as privilege
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, lateral (
      select * from aclexplode(c.relacl)
      union all select g.* from pg_attribute a, aclexplode(a.attacl) g where a.attrelid = c.oid
    ) x where n.nspname in ${OWN_SCHEMAS} and c.relkind in ('r', 'p', 'v', 'm')`);
  const appendOnly: readonly string[] = APPEND_ONLY;
  const closed: readonly string[] = CLOSED_TO_RESPONDENTS;
  const serving: readonly string[] = SERVING_ROLES;
  return grants.flatMap(({ plane, table, role, privilege }) => {
    const name = `${role} may ${privilege} ${plane}.${table}`;
    if (role === '-' || role === 'tenken_app') return [name];
    if (!serving.includes(role)) return [];
    const found: string[] = [];
    if (['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'].includes(privilege)) found.push(name);
    if (plane === 'tenant' && appendOnly.includes(table) && ['UPDATE', 'DELETE'].includes(privilege)) found.push(name);
    if (plane === 'tenant' && table === 'audit_payload' && ['UPDATE', 'DELETE'].includes(privilege)) found.push(name);
    if (plane === 'tenant' && role === 'tenken_respondent' && closed.includes(table)) found.push(name);
    if (plane === 'tenant' && (role === 'tenken_identity' || role === 'tenken_queue')) found.push(name);
    if (plane !== 'tenant' && ['tenken_bank', 'tenken_respondent', 'tenken_auditor'].includes(role)) found.push(name);
    if (role === 'tenken_organisation' && (plane !== 'respondents' || ['person', 'session'].includes(table)))
      found.push(name);
    if (/^(?:master_revision|organisation_event)$/.test(table) && ['UPDATE', 'DELETE'].includes(privilege))
      found.push(name);
    return found;
  });
}
