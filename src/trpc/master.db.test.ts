import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import { answer, answerRevision } from '@/db/schema/answer';
import { reattestation } from '@/db/schema/answering';
import { auditEvent, auditPayload } from '@/db/schema/record';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { MET } from '@/usecases/testing/answers-fixture';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  type TestBank,
  vendorItems,
} from '@/usecases/testing/bank-fixture';
import { publishTestEdition } from '@/usecases/testing/own-edition';
import { seventeenItems } from '@/usecases/testing/seventeen-items';
import {
  answered,
  apiOf,
  askedBy,
  chainsVerify,
  type Desk,
  fill,
  keep,
  look,
  newPerson,
  open,
  refused,
} from './master-desk.fixture';

const DAY_MS = 86_400_000;
let database: TestDatabase;
let aoba: TestBank;
let midori: TestBank;

beforeAll(async () => {
  database = await testDatabase();
  aoba = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
  midori = await foundTestBank(database, { slug: 'midori', vendors: 2 });
});
afterAll(() => database.drop());

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
    expect(seen.services[0]?.items[0]).toMatchObject({
      bankName: 'aoba銀行',
      months: 2,
      old: false,
      fromHere: false,
      told: [{ content: null }],
    });
    const { filled } = await fill(second);
    expect(filled).toHaveLength(54);
    const after = await open(second);
    expect(after.items.filter(({ content }) => content.status === 'met')).toHaveLength(54);
    expect((await look(second)).services[0]).toMatchObject({ linked: true });
    expect(await chainsVerify(database)).not.toContain(false);
  });

  it('leaves the same record at a bank as typing does', async () => {
    const person = newPerson();
    const typed = await answered(aoba, person);
    await keep(typed);
    const taken = await askedBy(midori, person);
    await fill(taken);
    const shapeOf = async (bank: TestBank, assessmentId: string) =>
      bank.system.transaction(async (tx) => {
        const rows = await tx.select().from(answerRevision).where(eq(answerRevision.assessmentId, assessmentId));
        const events = await tx
          .select({ kind: auditEvent.kind, payload: auditPayload.payload })
          .from(auditEvent)
          .innerJoin(auditPayload, eq(auditPayload.seq, auditEvent.seq))
          .where(and(eq(auditEvent.assessmentId, assessmentId), eq(auditEvent.kind, 'answer.saved')));
        return {
          rows: rows.map(({ content, status, slot, version, afterDue, by }) =>
            JSON.stringify({ content, status, slot, version, afterDue, by: by.kind }),
          ),
          events: events.map(({ kind, payload }) => [kind, ...Object.keys(JSON.parse(payload ?? '{}'))].join()),
        };
      });
    const one = await shapeOf(aoba, typed.assessmentId);
    const other = await shapeOf(midori, taken.assessmentId);
    expect(one.rows).toHaveLength(54);
    expect(one.events).toHaveLength(54);
    expect(other.rows.toSorted()).toEqual(one.rows.toSorted());
    expect(other.events).toEqual(one.events);
  });

  it('says, to the vendor alone, where two banks hold different answers, also once the newer one is saved', async () => {
    const person = newPerson();
    const first = await answered(aoba, person);
    await keep(first);
    const second = await askedBy(midori, person);
    const [item] = (await open(second)).items;
    const { assessmentId } = second;
    const content = { ...MET, current: '別の答え' };
    await second.api.respondent.answers.save({ assessmentId, itemId: item?.itemId ?? '', version: 0, content });
    const toldOf = async (desk: Desk) => (await look(desk)).services[0]?.items.find(({ told }) => told.length > 0);
    expect(await toldOf(second)).toMatchObject({
      itemId: item?.itemId,
      content: MET,
      told: [{ bankName: 'aoba銀行', content: null }],
    });
    await keep(second, ['1']);
    expect(await toldOf(second)).toMatchObject({ content, told: [{ bankName: 'aoba銀行', content: MET }] });
    expect((await look(first)).services[0]?.items[0]).toMatchObject({
      content,
      told: [{ bankName: 'midori銀行', content: null }],
    });
    const { services } = await second.api.organisation.show({});
    const numbers = services[0]?.answers.map(({ number }) => Number(number));
    expect(numbers).toEqual(numbers?.toSorted((a, b) => a - b));
    const shown = services[0]?.answers.filter(({ told }) => told.some((each) => each.content !== null));
    expect(shown).toMatchObject([{ told: [{ content: MET }, { content: null }] }]);
  });

  it('is recognised by what an item asks, over editions and numberings of banks, and not by a number', async () => {
    const person = newPerson();
    const own = seventeenItems();
    const [standard] = await vendorItems(aoba, (await launchTestCampaign(aoba, person.outside)).campaignId);
    const turned = own.items.toReversed().map((item, index) => ({
      ...item,
      number: `${index + 1}`,
      category: '当行の区分',
      // The same words in other widths, as another bank's typist set them.
      objective: item.objective.replaceAll('2', '２').replaceAll('。', '。 '),
      ...(index === 0 ? { objective: '別のことを聞いている' } : {}),
      ...(index === 1 && standard
        ? { ...standard.content, id: item.id, number: '2', answeredBy: 'vendor' as const }
        : {}),
    }));
    const seventeen = { ...aoba, editionId: await publishTestEdition(aoba, person.outside, own) };
    const other = { ...midori, editionId: await publishTestEdition(midori, person.outside, { ...own, items: turned }) };
    const kept = await answered(seventeen, person);
    await keep(kept);
    await keep(await answered(aoba, person), ['1']);
    const desk = await askedBy(other, person);
    const asked = (await open(desk)).items;
    const known = new Set((await look(desk)).services[0]?.items.map(({ itemId }) => itemId));
    // Of the bank's 17 one is the bank's own, one asks something else, one only where the API updates.
    expect(asked.filter(({ itemId }) => !known.has(itemId)).map(({ item }) => item.objective)).toEqual([
      '別のことを聞いている',
    ]);
    expect(asked.find(({ number }) => number === '2')?.itemId).toSatisfy((id: string) => known.has(id));
    expect((await fill(desk)).filled).toHaveLength(asked.length - 1);
  });

  it('is as old as the answer, whenever it is saved, and names the day of the answer and of the save', async () => {
    const person = newPerson();
    const desk = await answered(aoba, person);
    const writtenAt = person.outside.clock.now();
    person.outside.clock.advance(400 * DAY_MS);
    const later = { ...desk, api: await apiOf(person) };
    expect(await keep(later, ['1', '2'])).toMatchObject({ kept: 2 });
    const [item] = (await look(later)).services[0]?.items ?? [];
    expect(item).toMatchObject({ months: 13, old: true, fromHere: true, savedAt: person.outside.clock.now() });
    expect(item?.answeredAt.getTime()).toBeLessThanOrEqual(writtenAt.getTime());
    expect(await refused(fill(await askedBy(midori, person)))).toBe('master-answer-old');
  });

  it('is as old as the word of a person that it stands unchanged, where one was given of last year’s answer', async () => {
    const person = newPerson();
    const desk = await answered(aoba, person);
    await keep(desk, ['1', '2']);
    person.outside.clock.advance(400 * DAY_MS);
    const later = { ...desk, api: await apiOf(person) };
    const respondent = await respondentOf(aoba, desk.assessmentId);
    await respondent.transaction(async (tx) => {
      const itemId = (await open(later)).items[0]?.itemId ?? '';
      const [own] = await tx
        .select()
        .from(answer)
        .where(and(eq(answer.assessmentId, desk.assessmentId), eq(answer.itemId, itemId)));
      const { campaignId = '', revisionId = '' } = own ?? {};
      const ids = { tenantId: aoba.tenantId, id: newId(), campaignId, assessmentId: desk.assessmentId, itemId };
      const said = { revisionId, fromRevisionId: revisionId, by: respondent.actor, at: person.outside.clock.now() };
      await tx.insert(reattestation).values({ ...ids, ...said });
    });
    expect(await keep(later, ['1', '2'])).toMatchObject({ kept: 1, unchanged: 1 });
    expect((await look(later)).services[0]?.items.map(({ months }) => months)).toEqual([0, 13]);
  });

  it('is replaced by nothing older unless a person says so, and its source stays that of its own save', async () => {
    const person = newPerson();
    const { assessmentId } = await answered(aoba, person);
    person.outside.clock.advance(40 * DAY_MS);
    const newer = await askedBy(midori, person);
    const content = { ...MET, current: '新しい答え' };
    for (const { itemId } of (await open(newer)).items.slice(0, 2))
      await newer.api.respondent.answers.save({ assessmentId: newer.assessmentId, itemId, version: 0, content });
    await keep(newer, ['1', '2']);
    const savedAt = person.outside.clock.now();
    person.outside.clock.advance(60_000);
    const older = { ...newer, assessmentId };
    expect(await keep(older, ['1', '2', '3'])).toMatchObject({ kept: 1, unchanged: 0, older: 2 });
    const kept = async () => (await look(newer)).services[0]?.items[0];
    expect(await kept()).toMatchObject({ content, bankName: 'midori銀行', savedAt, months: 0 });
    const anyway = { replaceNewer: true, stillHolds: false };
    expect(await keep(older, ['1'], { name: '口座連携' }, anyway)).toMatchObject({ kept: 1, older: 0 });
    expect(await kept()).toMatchObject({ content: MET, bankName: 'aoba銀行', months: 1 });
    expect(await chainsVerify(database)).not.toContain(false);
  });

  it('takes no unfinished answer in along with others', async () => {
    const person = newPerson();
    const desk = await askedBy(aoba, person);
    const [one, two] = (await open(desk)).items;
    const save = (itemId = '', current = '') =>
      desk.api.respondent.answers.save({
        assessmentId: desk.assessmentId,
        itemId,
        version: 0,
        content: { ...MET, current },
      });
    await save(one?.itemId, '');
    await save(two?.itemId, '守っている');
    expect(await keep(desk)).toMatchObject({ kept: 1 });
    expect((await look(desk)).services[0]?.items.map(({ itemId }) => itemId)).toEqual([two?.itemId]);
  });

  it('grows no younger by being filled in and saved: only somebody’s word that it still holds renews it', async () => {
    const person = newPerson();
    await keep(await answered(aoba, person), ['1', '2']);
    person.outside.clock.advance(366 * DAY_MS);
    const desk = await askedBy(midori, person);
    await fill(desk, ['1']);
    await fill(desk, ['2']);
    const ages = async () => (await look(desk)).services[0]?.items.map(({ months }) => months);
    expect(await keep(desk, ['1', '2'])).toMatchObject({ kept: 2 });
    expect(await ages()).toEqual([12, 12]);
    expect(await keep(desk, ['1', '2'])).toMatchObject({ kept: 0, unchanged: 2 });
    const sources = async () => (await look(desk)).services[0]?.items.map(({ bankName }) => bankName);
    expect(await keep(desk, ['1'])).toMatchObject({ kept: 0, unchanged: 1 });
    expect([await ages(), await sources()]).toEqual([
      [12, 12],
      ['aoba銀行', 'aoba銀行'],
    ]);
    const holds = { replaceNewer: false, stillHolds: true };
    expect(await keep(desk, ['1', '2'], { name: '口座連携' }, holds)).toMatchObject({ kept: 0, unchanged: 2 });
    expect(await keep(desk, ['1'], { name: '口座連携' }, holds)).toMatchObject({ kept: 1 });
    expect([await ages(), await sources()]).toEqual([
      [0, 12],
      ['midori銀行', 'aoba銀行'],
    ]);
  });

  it('keeps services apart, and a member says which of them a bank’s service is', async () => {
    const person = newPerson();
    await keep(await answered(aoba, person), ['1'], { name: '口座連携' });
    const second = await answered(midori, person);
    await keep(second, ['2'], { name: '家計簿' });
    const desk = await askedBy(await foundTestBank(database, { slug: 'wakaba', vendors: 1 }), person);
    const { services } = await look(desk);
    expect(services.map(({ name, linked, items }) => [name, linked, items.length])).toEqual([
      ['口座連携', false, 1],
      ['家計簿', false, 1],
    ]);
    const [, budget] = services;
    const { assessmentId } = desk;
    const link = { assessmentId, masterServiceId: budget?.masterServiceId ?? '' };
    await desk.api.respondent.master.link(link);
    expect((await look(desk)).services.map(({ linked }) => linked)).toEqual([false, true]);
    expect(await refused(desk.api.respondent.master.link({ assessmentId, masterServiceId: assessmentId }))).toBe(
      'not-found',
    );
    expect(await chainsVerify(database)).not.toContain(false);
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
    expect(await chainsVerify(database)).not.toContain(false);
  });
});
