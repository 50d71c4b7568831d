import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { giveItems } from '@/usecases/delegations/give-items';
import { answerAll } from '@/usecases/testing/answers-fixture';
import { foundTestBank, respondentOf, type TestBank } from '@/usecases/testing/bank-fixture';
import {
  type Api,
  answered,
  apiOf,
  askedBy,
  chainsVerify,
  fill,
  keep,
  look,
  newPerson,
  open,
  refused,
} from './master-desk.fixture';

let database: TestDatabase;
let aoba: TestBank;
let midori: TestBank;

beforeAll(async () => {
  database = await testDatabase();
  aoba = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
  midori = await foundTestBank(database, { slug: 'midori', vendors: 2 });
});
afterAll(() => database.drop());

describe('a respondent organisation', () => {
  it('opens to nobody by what a bank typed: the same address at another bank sees it, another person never', async () => {
    const person = newPerson();
    await keep(await answered(aoba, person));
    const stranger = await askedBy(aoba, newPerson());
    expect(await look(stranger)).toEqual({ organisation: null, services: [] });
    expect(await refused(stranger.api.organisation.show({}))).toBe('organisation-none');
    expect((await look(await askedBy(midori, person))).organisation).toEqual({ name: '株式会社かけはし' });
  });

  it('is joined by a member’s invitation to the proven address alone, once', async () => {
    const founder = newPerson();
    const desk = await answered(aoba, founder);
    await keep(desk);
    const colleague = newPerson();
    const { joiningId } = await desk.api.organisation.invite({ address: colleague.address, language: 'ja' });
    expect(await desk.api.organisation.invite({ address: colleague.address, language: 'ja' })).toEqual({ joiningId });
    expect(founder.outside.wakes).toContainEqual({ kind: 'organisation.mail', payload: { joiningId } });
    const other = await apiOf(newPerson());
    expect(await refused(other.entry.joinOrganisation({ joiningId }))).toBe('not-found');
    const api = await apiOf(colleague, '小林 翼');
    expect(await api.entry.myOrganisation({})).toMatchObject({
      organisation: null,
      invitations: [{ joiningId, organisationName: '株式会社かけはし', inviterName: '田中 涼' }],
    });
    await api.entry.joinOrganisation({ joiningId });
    expect(await refused(api.entry.joinOrganisation({ joiningId }))).toBe('not-found');
    const shown = await api.organisation.show({});
    expect(shown.members.map(({ name }) => name)).toEqual(['田中 涼', '小林 翼']);
    expect(shown.services[0]?.answers).toHaveLength(54);
    const [me] = shown.members.filter(({ isMe }) => isMe);
    await api.organisation.endMembership({ personId: me?.personId ?? '' });
    expect(await refused(api.organisation.show({}))).toBe('organisation-none');
    const [left] = (await desk.api.organisation.show({})).members;
    expect(await refused(desk.api.organisation.endMembership({ personId: left?.personId ?? '' }))).toBe(
      'organisation-last-member',
    );
    expect(await chainsVerify(database)).not.toContain(false);
  });

  it('is one even when two windows found it at once, and a taken back invitation opens nothing', async () => {
    const person = newPerson();
    const desk = await answered(aoba, person);
    const outcomes = await Promise.all([keep(desk, ['1']), keep(desk, ['1'])]);
    expect(outcomes.reduce((sum, { kept }) => sum + kept, 0)).toBe(1);
    const shown = await desk.api.organisation.show({});
    expect(shown.members).toHaveLength(1);
    expect(shown.services[0]?.answers).toHaveLength(1);
    const invited = newPerson();
    const { joiningId } = await desk.api.organisation.invite({ address: invited.address, language: 'en' });
    await desk.api.organisation.revoke({ joiningId });
    expect(await refused((await apiOf(invited)).entry.joinOrganisation({ joiningId }))).toBe('not-found');
    expect(await refused(desk.api.organisation.revoke({ joiningId }))).toBe('not-found');
  });

  it('asks a lead for a name before it is founded, is not founded by a colleague, and keeps nothing that is not answered', async () => {
    const person = newPerson();
    const desk = await askedBy(aoba, person);
    const { items } = await open(desk);
    const itemIds = [items[0]?.itemId ?? ''];
    const { assessmentId } = desk;
    const keepOne = (api: Api) => api.respondent.master.keep({ assessmentId, itemIds, service: { name: '口座連携' } });
    expect(await refused(keepOne(desk.api))).toBe('nothing-to-keep');
    const lead = await respondentOf(aoba, assessmentId);
    await answerAll(person.outside, lead);
    expect(await refused(keepOne(desk.api))).toBe('organisation-unnamed');
    const colleague = newPerson();
    const asked = { name: '小林', address: colleague.address, language: 'ja', message: '' } as const;
    await giveItems(person.outside, lead, { ...asked, assessmentId, itemIds });
    expect(await refused(keepOne(await apiOf(colleague)))).toBe('lead-only');
    expect(
      await refused(desk.api.respondent.master.keep({ assessmentId, itemIds: [assessmentId], service: { name: 'x' } })),
    ).toBe('not-found');
  });

  it('stays usable elsewhere while a bank is suspended, and is out of reach through that bank', async () => {
    const person = newPerson();
    const resting = await foundTestBank(database, { slug: 'yasumi', vendors: 1 });
    const there = await answered(resting, person);
    await keep(there);
    const desk = await askedBy(midori, person);
    const sql = postgres(database.superUrl, { max: 1, onnotice: () => undefined });
    await sql`update platform.tenant set status = 'suspended' where id = ${resting.tenantId}`;
    await sql.end();
    expect(await refused(look(there))).toBe('bank-resting');
    expect(
      await refused(
        there.api.respondent.master.keep({
          assessmentId: there.assessmentId,
          itemIds: [there.assessmentId],
          service: { name: 'x' },
        }),
      ),
    ).toBe('bank-resting');
    expect((await fill(desk)).filled).toHaveLength(54);
  });

  it('is seen by its own members’ scope alone: not by another organisation, no bank, no respondent, no auditor', async () => {
    const person = newPerson();
    const desk = await answered(aoba, person);
    await keep(desk, ['1']);
    await desk.api.organisation.invite({ address: newPerson().address, language: 'ja' });
    const sql = postgres(database.superUrl, { max: 1, onnotice: () => undefined });
    const tables = await sql<{ name: string; own: string }[]>`
      select c.relname as name, case c.relname when 'organisation' then 'id' else 'organisation_id' end as own
      from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'respondents'
      where c.relkind = 'r' and (c.relname like 'organisation%' or c.relname like 'master%')`;
    expect(tables).toHaveLength(9);
    const [{ id } = { id: '' }] = await sql<{ id: string }[]>`select max(id::text) as id from respondents.organisation`;
    const as = (role: string, statement: string) =>
      sql.begin(async (tx) => {
        await tx`select set_config('role', ${role}, true), set_config('app.organisation_id', ${id}, true),
          set_config('app.tenant_id', ${aoba.tenantId}, true)`;
        return tx.unsafe(statement);
      });
    for (const { name, own } of tables) {
      const [{ others } = { others: 0 }] = await sql<{ others: number }[]>`
        select count(*)::int as others from ${sql(`respondents.${name}`)} where ${sql(own)} <> ${id}`;
      expect(others, name).toBeGreaterThan(0);
      const seen = await as('tenken_organisation', `select ${own} as own from respondents.${name}`);
      expect(new Set(seen.map((row) => row.own)), name).toEqual(new Set([id]));
      for (const role of ['tenken_bank', 'tenken_respondent', 'tenken_auditor'])
        await expect(as(role, `select 1 from respondents.${name}`), `${role} reads ${name}`).rejects.toThrow(
          /permission denied/,
        );
    }
    await sql.end();
  });
});
