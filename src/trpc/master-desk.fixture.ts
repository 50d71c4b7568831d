import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { identityTransaction } from '@/auth/doors';
import { introduce, requireRespondentSession, startRespondentSession } from '@/auth/respondent-session';
import { newId } from '@/db/new-id';
import { vendorContact } from '@/db/schema/bank';
import { type StoredEvent, verifyChain } from '@/domain/audit-chain';
import type { TestDatabase } from '@/ops/test-database';
import { answerAll } from '@/usecases/testing/answers-fixture';
import { launchTestCampaign, respondentOf, type TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import type { RequestContext } from './context';
import { createCaller } from './root';

export type Api = ReturnType<typeof createCaller>;
export interface Desk {
  api: Api;
  assessmentId: string;
}
export interface Person {
  outside: ReturnType<typeof testOutside>;
  address: string;
}

export const newPerson = (): Person => ({ outside: testOutside(), address: `${newId()}@vendor.example` });

/** A person signed in by their address; a code has proved it. */
export async function apiOf({ outside, address }: Person, name = '田中 涼'): Promise<Api> {
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
export async function askedBy(bank: TestBank, person: Person): Promise<Desk> {
  await bank.system.transaction((tx) =>
    tx.update(vendorContact).set({ address: person.address }).where(eq(vendorContact.name, '担当 1')),
  );
  const { assessmentIds } = await launchTestCampaign(bank, person.outside, {
    serviceIds: bank.serviceIds.slice(0, 1),
    dueDate: '2099-12-25',
  });
  return { api: await apiOf(person), assessmentId: assessmentIds[0] ?? '' };
}

export async function answered(bank: TestBank, person: Person): Promise<Desk> {
  const desk = await askedBy(bank, person);
  await answerAll(person.outside, await respondentOf(bank, desk.assessmentId));
  return desk;
}

export const open = ({ api, assessmentId }: Desk) => api.respondent.workspace.open({ assessmentId });
export const look = ({ api, assessmentId }: Desk) => api.respondent.master.look({ assessmentId });

export async function keep(
  desk: Desk,
  numbers: readonly string[] | 'all' = 'all',
  service: { name: string } = { name: '口座連携' },
  choice = { replaceNewer: false, stillHolds: false },
) {
  const { items } = await open(desk);
  const chosen = items.filter(({ number }) => numbers === 'all' || numbers.includes(number));
  return desk.api.respondent.master.keep({
    assessmentId: desk.assessmentId,
    itemIds: chosen.map(({ itemId }) => itemId),
    service,
    choice,
    organisationName: '株式会社かけはし',
  });
}

export async function fill(desk: Desk, numbers: readonly string[] | 'all' = 'all') {
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
export const refused = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return (error as { cause?: { code?: string } }).cause?.code ?? String(error);
  }
};

/** Whether each organisation's chain holds together. */
export async function chainsVerify({ superUrl }: TestDatabase): Promise<boolean[]> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => undefined });
  const heads = await sql<{ organisationId: string; seq: number; hash: string }[]>`
    select organisation_id as "organisationId", seq::float8 as seq, hash from respondents.organisation_head`;
  const results: boolean[] = [];
  for (const { organisationId, ...head } of heads) {
    const events = await sql<StoredEvent[]>`
      select seq::float8 as seq, previous_hash as "previousHash", hash, bytes, at, actor_id as "actorId", kind, salt, payload
      from respondents.organisation_event where organisation_id = ${organisationId} order by seq`;
    results.push(events.length > 0 && verifyChain(organisationId, events, head).ok);
  }
  await sql.end();
  return results;
}
