import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EntryContext } from '@/auth/entry/entry-case';
import { requestNewLink } from '@/auth/entry/request-link';
import { linkToken } from '@/auth/secrets';
import { newId } from '@/db/new-id';
import { assessment, invitation } from '@/db/schema/campaign';
import { linkRequest } from '@/db/schema/delegation';
import { auditEvent } from '@/db/schema/record';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { listAssessments } from '@/usecases/assessments/list-assessments';
import { giveItems } from '@/usecases/delegations/give-items';
import { listColleagues } from '@/usecases/delegations/list-colleagues';
import { putLinkRequestAway } from '@/usecases/invitations/put-link-request-away';
import { reissueInvitation } from '@/usecases/invitations/reissue-invitation';
import { showReview } from '@/usecases/reviews/show-review';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  type TestBank,
  vendorItems,
} from '@/usecases/testing/bank-fixture';
import { EVERY_ASSESSMENT } from '@/usecases/testing/every-assessment';
import { type TestBench, testBench } from '../bench.fixture';

/** How long each answer was held back. */
const held = vi.hoisted((): number[] => []);
vi.mock('node:timers/promises', () => ({ setTimeout: async (ms: number) => held.push(ms) }));

const DAY_MS = 86_400_000;
let database: TestDatabase;
let bank: TestBank;
let bench: TestBench;
let place: { campaignId: string; assessmentId: string };

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
  bench = await testBench(new Date('2026-11-27T01:00:00Z'));
});
afterAll(async () => {
  await bench.end();
  await database.drop();
});
beforeEach(async () => {
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, bench.outside, { dueDate: '2027-03-31' });
  place = { campaignId, assessmentId: assessmentIds[0] ?? '' };
  await bench.drain();
  held.length = 0;
});

const context = (): EntryContext => ({
  now: bench.outside.clock.now(),
  locale: 'ja',
  cookies: { member: null, respondent: null, browser: null },
  setCookie: () => undefined,
  wake: bench.outside.wake,
});
const press = (invitationId: string) => requestNewLink.run(context(), { token: linkToken(invitationId) });
async function leadLink(): Promise<string> {
  const [row] = await bank.system.transaction((tx) =>
    tx
      .select({ id: invitation.id })
      .from(invitation)
      .where(
        and(
          eq(invitation.assessmentId, place.assessmentId),
          isNull(invitation.delegatedBy),
          isNull(invitation.revokedAt),
        ),
      ),
  );
  return row?.id ?? '';
}
const requests = () =>
  bank.system.transaction((tx) =>
    tx.select().from(linkRequest).where(eq(linkRequest.assessmentId, place.assessmentId)),
  );
const told = () =>
  bank.system.transaction((tx) =>
    tx
      .select({ kind: auditEvent.kind })
      .from(auditEvent)
      .where(and(eq(auditEvent.assessmentId, place.assessmentId), eq(auditEvent.kind, 'invitation.link_requested'))),
  );
const reissue = () =>
  reissueInvitation(bench.outside, bank.members.operator, { assessmentId: place.assessmentId, contact: null });
/** The link that a new one has just replaced. */
async function replaced(): Promise<string> {
  const old = await leadLink();
  await reissue();
  await bench.drain();
  return old;
}

describe('a press on the page of a dead link', () => {
  it('is answered alike after the same time for every kind of link, and only a real dead one is put on record', async () => {
    const live = await leadLink();
    const answers = [await press(newId()), await press(live)];
    expect([await requests(), bench.outside.wakes]).toEqual([[], []]);
    const old = await replaced();
    answers.push(await press(old));
    const later = { ...context(), now: new Date('2029-01-01T00:00:00Z') };
    answers.push(await requestNewLink.run(later, { token: linkToken(await leadLink()) }));
    expect(answers).toEqual(Array.from({ length: 4 }, () => ({ done: true })));
    expect(held).toEqual(Array.from({ length: 4 }, () => held[0]));
    expect(held[0]).toBeGreaterThan(100);
    expect((await requests()).map(({ invitationId }) => invitationId)).toEqual([old]);
    expect(await told()).toHaveLength(1);
  });

  it('is one request however often and in parallel it is made, and at most three a day', async () => {
    const old = await replaced();
    await Promise.all([press(old), press(old), press(old)]);
    await press(old);
    expect(await requests()).toHaveLength(1);
    for (let asked = 0; asked < 4; asked += 1) {
      await reissue();
      await press(old);
    }
    expect(await requests()).toHaveLength(3);
    bench.outside.clock.advance(DAY_MS + 1);
    await reissue();
    await press(old);
    expect(await requests()).toHaveLength(4);
  });

  it('tells nobody where the bank has withdrawn its request', async () => {
    const old = await replaced();
    await bank.system.transaction((tx) =>
      tx.update(assessment).set({ state: 'withdrawn' }).where(eq(assessment.id, place.assessmentId)),
    );
    expect(await press(old)).toEqual({ done: true });
    expect(await requests()).toEqual([]);
  });
});

describe('the bank', () => {
  const asking = async () =>
    (
      await listAssessments(bench.outside, bank.members.viewer, {
        ...EVERY_ASSESSMENT,
        campaignId: place.campaignId,
        filter: 'link_request',
      })
    ).lines.map(({ id, linkRequested }) => [id, linkRequested]);

  it('is told by mail, in its table and on the assessment’s page, until it sends another link', async () => {
    const before = bench.arrived('operator@aoba.example').length;
    const old = await replaced();
    await press(old);
    await bench.drain();
    const mails = bench.arrived('operator@aoba.example').slice(before);
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('新しいリンクの依頼')]);
    expect(mails[0]?.text).toContain('担当 1 様あて');
    expect(mails[0]?.text).toContain(`/campaigns/${place.campaignId}/assessments/${place.assessmentId}`);
    expect(mails[0]?.text).not.toContain(linkToken(old));
    expect(await asking()).toEqual([[place.assessmentId, true]]);
    const review = await showReview(bench.outside, bank.members.viewer, { assessmentId: place.assessmentId });
    expect(review.linkRequests).toMatchObject([{ holder: '担当 1', address: 'contact1@aoba-vendor.example' }]);
    await reissue();
    await bench.drain();
    expect(await asking()).toEqual([]);
    expect(bench.arrived('operator@aoba.example')).toHaveLength(before + 1);
  });

  it('may put the request away, once; a later press is told anew', async () => {
    const old = await replaced();
    await press(old);
    const [request] = await requests();
    const away = { assessmentId: place.assessmentId, requestId: request?.id ?? '' };
    expect(await putLinkRequestAway(bench.outside, bank.members.operator, away)).toEqual({ settled: true });
    expect(await putLinkRequestAway(bench.outside, bank.members.operator, away)).toEqual({ settled: false });
    expect(await asking()).toEqual([]);
    // Planned before it was put away: what it tells is no longer so.
    const before = bench.arrived('operator@aoba.example').length;
    await bench.drain();
    expect(bench.arrived('operator@aoba.example')).toHaveLength(before);
    await press(old);
    expect(await asking()).toEqual([[place.assessmentId, true]]);
  });

  it('is not bothered with a colleague’s link, which is the lead’s to give', async () => {
    const lead = await respondentOf(bank, place.assessmentId);
    const [item] = await vendorItems(bank, place.campaignId);
    const asked = { name: '小林 舞', address: 'kobayashi@vendor.example', language: 'ja', message: '' } as const;
    const { invitationId } = await giveItems(bench.outside, lead, {
      ...asked,
      assessmentId: place.assessmentId,
      itemIds: [item?.id ?? ''],
    });
    await bank.system.transaction((tx) =>
      tx.update(invitation).set({ revokedAt: bench.outside.clock.now() }).where(eq(invitation.id, invitationId)),
    );
    await press(invitationId);
    expect(await told()).toHaveLength(1);
    expect(await asking()).toEqual([]);
    const before = bench.arrived('operator@aoba.example').length;
    await bench.drain();
    expect(bench.arrived('contact1@aoba-vendor.example').at(-1)?.subject).toContain('小林 舞 様から');
    expect(bench.arrived('operator@aoba.example')).toHaveLength(before);
    const seen = async () => (await listColleagues(bench.outside, lead, { assessmentId: place.assessmentId })).asking;
    expect(await seen()).toMatchObject([{ name: '小林 舞', address: 'kobayashi@vendor.example' }]);
    await giveItems(bench.outside, lead, { ...asked, assessmentId: place.assessmentId, itemIds: [item?.id ?? ''] });
    expect(await seen()).toEqual([]);
    // It doesn't stand in the lead's own way.
    const old = await replaced();
    await press(old);
    expect(await asking()).toEqual([[place.assessmentId, true]]);
  });
});
