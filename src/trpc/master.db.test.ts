import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityTransaction } from '@/auth/doors';
import { introduce, requireRespondentSession, startRespondentSession } from '@/auth/respondent-session';
import { answerRevision } from '@/db/schema/answer';
import { vendorContact } from '@/db/schema/bank';
import { type StoredEvent, verifyChain } from '@/domain/audit-chain';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { giveItems } from '@/usecases/delegations/give-items';
import { answerAll, MET } from '@/usecases/testing/answers-fixture';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  type TestBank,
  testOutside,
} from '@/usecases/testing/bank-fixture';
import type { RequestContext } from './context';
import { createCaller } from './root';

const DAY_MS = 86_400_000;
let database: TestDatabase;
let aoba: TestBank;
let midori: TestBank;
let lines = 0;

beforeAll(async () => {
  database = await testDatabase();
  aoba = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
  midori = await foundTestBank(database, { slug: 'midori', vendors: 2 });
});
afterAll(() => database.drop());

type Api = ReturnType<typeof createCaller>;
interface Desk {
  api: Api;
  assessmentId: string;
}
interface Person {
  outside: ReturnType<typeof testOutside>;
  address: string;
}

const newPerson = (): Person => {
  lines += 1;
  return { outside: testOutside(), address: `person${lines}@vendor.example` };
};

/** A person signed in by their address; a code has proved it. */
async function apiOf({ outside, address }: Person, name = '田中 涼'): Promise<Api> {
  const now = outside.clock.now();
  const token = await identityTransaction(async (tx) => {
    const session = await startRespondentSession(tx, address, now);
    await introduce(tx, await requireRespondentSession(tx, session.token, now), { name, department: '情報室' });
    return session.token;
  });
  const context: RequestContext = {
    outside,
    locale: 'ja',
    cookies: { member: null, respondent: token, browser: null },
    setCookie: () => undefined,
  };
  return createCaller(context);
}

/** What a bank asks of the person from today on, and the person's way to it. */
async function askedBy(bank: TestBank, person: Person): Promise<Desk> {
  await bank.system.transaction((tx) =>
    tx.update(vendorContact).set({ address: person.address }).where(eq(vendorContact.name, '担当 1')),
  );
  const { assessmentIds } = await launchTestCampaign(bank, person.outside, {
    serviceIds: bank.serviceIds.slice(0, 1),
    dueDate: '2099-12-25',
  });
  return { api: await apiOf(person), assessmentId: assessmentIds[0] ?? '' };
}

async function answered(bank: TestBank, person: Person): Promise<Desk> {
  const desk = await askedBy(bank, person);
  await answerAll(person.outside, await respondentOf(bank, desk.assessmentId));
  return desk;
}

const open = ({ api, assessmentId }: Desk) => api.respondent.workspace.open({ assessmentId });
const look = ({ api, assessmentId }: Desk) => api.respondent.master.look({ assessmentId });

async function keep(
  desk: Desk,
  numbers: readonly string[] | 'all' = 'all',
  service: { name: string } = { name: '口座連携' },
) {
  const { items } = await open(desk);
  const chosen = items.filter(({ number }) => numbers === 'all' || numbers.includes(number));
  return desk.api.respondent.master.keep({
    assessmentId: desk.assessmentId,
    itemIds: chosen.map(({ itemId }) => itemId),
    service,
    organisationName: '株式会社かけはし',
  });
}

async function fill(desk: Desk, numbers: readonly string[] | 'all' = 'all') {
  const { items } = await open(desk);
  const { services } = await look(desk);
  const [service] = services;
  if (!service) throw new Error('the master has no service');
  const chosen = items.flatMap(({ number, itemId, version }) => {
    const kept = service.items.find((each) => each.itemId === itemId);
    return kept && (numbers === 'all' || numbers.includes(number))
      ? [{ itemId, version, masterVersion: kept.version }]
      : [];
  });
  const { assessmentId } = desk;
  return desk.api.respondent.master.fill({ assessmentId, masterServiceId: service.masterServiceId, items: chosen });
}

/** The refusal's code. */
const refused = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return (error as { cause?: { code?: string } }).cause?.code ?? String(error);
  }
};

async function chainsVerify(): Promise<boolean[]> {
  const sql = postgres(database.superUrl, { max: 1, onnotice: () => undefined });
  const heads = await sql<{ organisationId: string; seq: number; hash: string }[]>`
    select organisation_id as "organisationId", seq::float8 as seq, hash from respondents.organisation_head`;
  const results: boolean[] = [];
  for (const { organisationId, ...head } of heads) {
    const events = await sql<StoredEvent[]>`
      select seq::float8 as seq, previous_hash as "previousHash", hash, bytes, at, actor_id as "actorId", kind, salt, payload
      from respondents.organisation_event where organisation_id = ${organisationId} order by seq`;
    expect(events.length).toBeGreaterThan(0);
    results.push(verifyChain(organisationId, events, head).ok);
  }
  await sql.end();
  return results;
}

describe('the answer master', () => {
  it('is founded by whoever first saves to it, and fills the next bank in with a word on source and age', async () => {
    const person = newPerson();
    const first = await answered(aoba, person);
    expect(await look(first)).toEqual({ organisation: null, services: [] });
    const kept = await keep(first);
    expect(kept).toMatchObject({ kept: 54, unchanged: 0 });
    person.outside.clock.advance(70 * DAY_MS);
    const second = await askedBy(midori, person);
    const seen = await look(second);
    expect(seen).toMatchObject({
      organisation: { name: '株式会社かけはし' },
      services: [{ name: '口座連携', linked: false }],
    });
    expect(seen.services[0]?.items).toHaveLength(54);
    expect(seen.services[0]?.items[0]).toMatchObject({ bankName: 'aoba銀行', months: 2, old: false, differs: false });
    const { filled } = await fill(second);
    expect(filled).toHaveLength(54);
    const after = await open(second);
    expect(after.items.filter(({ content }) => content.status === 'met')).toHaveLength(54);
    expect((await look(second)).services[0]).toMatchObject({ linked: true });
    expect(await chainsVerify()).not.toContain(false);
  });

  it('leaves the same record at a bank as typing does', async () => {
    const person = newPerson();
    const typed = await answered(aoba, person);
    await keep(typed);
    const taken = await askedBy(midori, person);
    await fill(taken);
    const shapeOf = async (bank: TestBank, assessmentId: string) => {
      const rows = await bank.system.transaction((tx) =>
        tx.select().from(answerRevision).where(eq(answerRevision.assessmentId, assessmentId)),
      );
      return rows.map(({ content, status, slot, afterDue, by }) => ({ content, status, slot, afterDue, by: by.kind }));
    };
    const one = await shapeOf(aoba, typed.assessmentId);
    expect(one).toHaveLength(54);
    expect((await shapeOf(midori, taken.assessmentId)).toSorted(byText)).toEqual(one.toSorted(byText));
  });

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
    expect(await chainsVerify()).not.toContain(false);
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

  it('says, to the vendor alone, where two banks hold different answers', async () => {
    const person = newPerson();
    await keep(await answered(aoba, person));
    const desk = await askedBy(midori, person);
    const { items } = await open(desk);
    const [first] = items;
    await desk.api.respondent.answers.save({
      assessmentId: desk.assessmentId,
      itemId: first?.itemId ?? '',
      version: 0,
      content: { ...MET, current: '別の答え' },
    });
    const differing = (await look(desk)).services[0]?.items.filter(({ differs }) => differs);
    expect(differing).toMatchObject([{ itemId: first?.itemId, bankName: 'aoba銀行', content: MET }]);
  });

  it('is used singly from twelve months on, never over what moved, and never for what it has not', async () => {
    const person = newPerson();
    await keep(await answered(aoba, person), ['1', '2', '3']);
    person.outside.clock.advance(366 * DAY_MS);
    const desk = await askedBy(midori, person);
    expect((await look(desk)).services[0]?.items.map(({ old, months }) => [old, months])).toEqual([
      [true, 12],
      [true, 12],
      [true, 12],
    ]);
    expect(await refused(fill(desk))).toBe('master-answer-old');
    expect((await fill(desk, ['2'])).filled).toHaveLength(1);
    const [service] = (await look(desk)).services;
    const at = (number: string) => open(desk).then(({ items }) => items.find((each) => each.number === number));
    const fillAs = async (number: string, seen: { version: number; masterVersion: number }) =>
      desk.api.respondent.master.fill({
        assessmentId: desk.assessmentId,
        masterServiceId: service?.masterServiceId ?? '',
        items: [{ itemId: (await at(number))?.itemId ?? '', ...seen }],
      });
    expect(await refused(fillAs('1', { version: 3, masterVersion: 1 }))).toBe('stale-record');
    expect(await refused(fillAs('1', { version: 0, masterVersion: 2 }))).toBe('stale-record');
    expect(await refused(fillAs('4', { version: 0, masterVersion: 1 }))).toBe('master-answer-missing');
  });

  it('keeps a new version where an answer says something new, and forgets one on request', async () => {
    const person = newPerson();
    const desk = await answered(aoba, person);
    await keep(desk, ['1', '2']);
    expect(await keep(desk, ['1', '2'])).toMatchObject({ kept: 0, unchanged: 2 });
    const { items } = await open(desk);
    await desk.api.respondent.answers.save({
      assessmentId: desk.assessmentId,
      itemId: items[0]?.itemId ?? '',
      version: items[0]?.version ?? 0,
      content: { ...MET, current: '新しい答え' },
    });
    expect(await keep(desk, ['1', '2'])).toMatchObject({ kept: 1, unchanged: 1 });
    const { services } = await desk.api.organisation.show({});
    const [answer] = services[0]?.answers ?? [];
    await desk.api.organisation.forget({ answerId: answer?.answerId ?? '' });
    expect((await desk.api.organisation.show({})).services[0]?.answers).toHaveLength(1);
    expect(await refused(desk.api.organisation.forget({ answerId: answer?.answerId ?? '' }))).toBe('not-found');
    await desk.api.organisation.rename({ name: 'かけはし' });
    expect((await desk.api.organisation.show({})).name).toBe('かけはし');
    expect(await chainsVerify()).not.toContain(false);
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
});

function byText(
  a: { content: { current: string; named?: unknown } },
  b: { content: { current: string; named?: unknown } },
): number {
  return JSON.stringify(a.content) < JSON.stringify(b.content) ? -1 : 1;
}
