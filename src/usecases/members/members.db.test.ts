import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { identityTransaction } from '@/auth/doors';
import { mintMemberScope, startMemberSession } from '@/auth/member-session';
import { recordSignIn } from '@/auth/record-sign-in';
import { member } from '@/db/schema/bank';
import { auditEvent, mail, revision } from '@/db/schema/record';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { type TestBench, testBench } from '@/worker/bench.fixture';
import { foundTestBank, launchTestCampaign, type TestBank } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { changeMember } from './change-member';
import { disableMember } from './disable-member';
import { inviteMember } from './invite-member';
import { listMembers } from './list-members';

let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
let bench: TestBench;
let campaignId: string;
const START = new Date('2026-11-27T01:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
let banks = 0;
beforeEach(async () => {
  banks += 1;
  bank = await foundTestBank(database, { slug: `aoba${banks}`, vendors: 1 });
  other = await foundTestBank(database, { slug: `midori${banks}`, vendors: 1 });
  bench = await testBench(START);
  ({ campaignId } = await launchTestCampaign(bank, bench.outside));
  return () => bench.end();
});

const look = () => listMembers(bench.outside, bank.members.administrator, { page: 1 });
const memberOf = async (name: string) => {
  const found = (await look()).members.find((each) => each.name === name);
  if (!found) throw new Error(`no member ${name}`);
  return found;
};
const OPERATOR = { roles: ['operator' as const], auditorUntil: null, campaignIds: [] };
const invite = (part: Partial<Parameters<typeof inviteMember>[2]> = {}) =>
  inviteMember(bench.outside, bank.members.administrator, {
    name: '渡辺 新',
    address: 'watanabe@new.example',
    language: 'ja',
    ...OPERATOR,
    ...part,
  });
const kindsOf = async (campaign?: string) =>
  (
    await bank.system.transaction((tx) =>
      tx
        .select({ kind: auditEvent.kind })
        .from(auditEvent)
        .where(and(campaign ? eq(auditEvent.campaignId, campaign) : undefined))
        .orderBy(auditEvent.seq),
    )
  ).map((row) => row.kind);

describe('inviting a member', () => {
  it('makes the membership, tells the person by mail and leaves a revision and an event', async () => {
    const { memberId } = await invite();
    const [planned] = await bank.system.transaction((tx) => tx.select().from(mail).where(eq(mail.memberId, memberId)));
    expect(planned).toMatchObject({ kind: 'member_invited', state: 'planned', campaignId: null });
    await bench.drain();
    const [arrived] = bench.arrived('watanabe@new.example');
    expect(arrived?.subject).toContain('【ご案内】');
    expect(arrived?.text).toContain('/sign-in');
    expect(arrived?.text).not.toContain('#');
    expect(await kindsOf()).toContain('member.invited');
    const kept = await bank.system.transaction((tx) => tx.select().from(revision).where(eq(revision.rowId, memberId)));
    expect(kept).toHaveLength(1);
    expect(await memberOf('渡辺 新')).toMatchObject({ address: 'watanabe@new.example', roles: ['operator'] });
  });

  it('joins an account that another bank knows, and says nothing of that bank', async () => {
    const address = other.addressOf('operator');
    const { memberId } = await invite({ address });
    const rows = await bank.system.transaction((tx) => tx.select().from(member).where(eq(member.id, memberId)));
    expect(rows[0]?.userId).toBe(other.members.operator.userId);
    expect(JSON.stringify(await look())).not.toContain('midori銀行');
  });

  it('refuses somebody who is a member already, an auditor without date or campaign, and foreign campaigns', async () => {
    await invite();
    expect(await refusalOf(invite({ address: 'WATANABE@new.example' }))).toEqual({
      code: 'member-exists',
      params: { name: '渡辺 新' },
    });
    const auditor = { address: 'a@new.example', roles: ['auditor' as const], auditorUntil: '2027-03-31' };
    expect(await codeOf(invite({ ...auditor, campaignIds: [] }))).toBe('auditor-campaigns');
    expect(await codeOf(invite({ ...auditor, auditorUntil: null, campaignIds: [campaignId] }))).toBe('auditor-date');
    expect(await codeOf(invite({ ...auditor, auditorUntil: '2027-11-28', campaignIds: [campaignId] }))).toBe(
      'auditor-date',
    );
    const foreign = await launchTestCampaign(other, bench.outside);
    expect(await codeOf(invite({ ...auditor, campaignIds: [foreign.campaignId] }))).toBe('not-found');
    expect(await codeOf(invite({ address: 'b@new.example', campaignIds: [campaignId] }))).toBe(
      'only-auditors-are-named',
    );
  });

  it('is the administrator’s alone, and only the administrator sees addresses', async () => {
    for (const role of ['operator', 'reviewer', 'approver', 'viewer'] as const) {
      const attempt = inviteMember(bench.outside, bank.members[role], {
        name: 'x',
        address: 'x@new.example',
        language: 'ja',
        ...OPERATOR,
      });
      expect(await codeOf(attempt)).toBe('not-permitted');
      const seen = await listMembers(bench.outside, bank.members[role], { page: 1 });
      expect(seen.members.every((each) => each.address === null)).toBe(true);
    }
  });
});

describe('the last sign-in', () => {
  const signIn = (memberId: string, userId: string, at: string) =>
    identityTransaction((tx) =>
      recordSignIn(tx, { tenantId: bank.tenantId, memberId, memberName: 'x', userId, now: new Date(at) }),
    );

  it('is the newest of a member’s own, and who never came in is said to be invited', async () => {
    const { memberId, userId } = bank.members.operator;
    await signIn(memberId, userId, '2026-11-27T02:00:00Z');
    await signIn(memberId, userId, '2026-11-27T03:00:00Z');
    const { memberId: invited } = await invite();
    const { members, total } = await look();
    expect(total).toBe(members.length);
    const found = (id: string) => members.find((each) => each.id === id);
    expect(found(memberId)).toMatchObject({ standing: 'active', lastSignedInAt: new Date('2026-11-27T03:00:00Z') });
    expect(found(invited)).toMatchObject({ standing: 'invited', lastSignedInAt: null });
    await disableMember(bench.outside, bank.members.administrator, { memberId: invited, disabled: true, version: 1 });
    expect((await memberOf('渡辺 新')).standing).toBe('disabled');
  });

  it('is told to nobody but an administrator', async () => {
    const { memberId, userId } = bank.members.operator;
    await signIn(memberId, userId, '2026-11-27T02:00:00Z');
    const { members } = await listMembers(bench.outside, bank.members.viewer, { page: 1 });
    expect(members.map((each) => each.lastSignedInAt)).toEqual(members.map(() => null));
    expect(members.find((each) => each.id === memberId)?.standing).toBe('active');
  });
});

describe('an auditor', () => {
  it('is named for campaigns, each with an event of its own, also when the last one goes', async () => {
    const { memberId } = await invite({ roles: ['auditor'], auditorUntil: '2027-03-31', campaignIds: [campaignId] });
    expect(await kindsOf(campaignId)).toContain('auditor.named');
    const second = await launchTestCampaign(bank, bench.outside, { name: '別の点検' });
    await changeMember(bench.outside, bank.members.administrator, {
      memberId,
      version: 1,
      name: '渡辺 新',
      roles: ['auditor'],
      auditorUntil: '2027-03-31',
      campaignIds: [second.campaignId],
    });
    expect(await kindsOf(campaignId)).toContain('auditor.unnamed');
    expect((await memberOf('渡辺 新')).campaigns.map((each) => each.id)).toEqual([second.campaignId]);
  });
});

describe('changing a member', () => {
  const change = (part: Partial<Parameters<typeof changeMember>[2]>) =>
    changeMember(bench.outside, bank.members.administrator, {
      memberId: bank.members.operator.memberId,
      version: 1,
      name: '担当 一',
      ...OPERATOR,
      ...part,
    });

  it('lets one of two administrators win who edit the same member', async () => {
    const outcomes = await Promise.all([
      codeOf(change({ roles: ['operator', 'reviewer'] })),
      codeOf(change({ roles: ['viewer'] })),
    ]);
    expect(outcomes.toSorted()).toEqual(['done', 'stale-record']);
  });

  it('takes a role away at the next request', async () => {
    const session = await identityTransaction((tx) =>
      startMemberSession(tx, { userId: bank.members.operator.userId, tenantId: bank.tenantId, now: START }),
    );
    expect((await mintMemberScope(session.token, START)).roles).toEqual(['operator']);
    await change({ roles: ['viewer'] });
    expect((await mintMemberScope(session.token, START)).roles).toEqual(['viewer']);
  });

  it('is not found from another bank', async () => {
    const attempt = changeMember(bench.outside, other.members.administrator, {
      memberId: bank.members.operator.memberId,
      version: 99,
      name: 'x',
      ...OPERATOR,
    });
    expect(await codeOf(attempt)).toBe('not-found');
  });
});

describe('disabling a member', () => {
  const disable = (memberId: string, version: number, disabled = true) =>
    disableMember(bench.outside, bank.members.administrator, { memberId, disabled, version });

  it('ends what the person’s session can do at once, and can be taken back', async () => {
    const { userId, memberId } = bank.members.viewer;
    const session = await identityTransaction((tx) =>
      startMemberSession(tx, { userId, tenantId: bank.tenantId, now: START }),
    );
    await disable(memberId, 1);
    expect(await codeOf(mintMemberScope(session.token, START))).toBe('signed-out');
    await disable(memberId, 2, false);
    expect(await codeOf(mintMemberScope(session.token, START))).toBe('signed-out');
    const anew = await identityTransaction((tx) =>
      startMemberSession(tx, { userId, tenantId: bank.tenantId, now: START }),
    );
    expect((await mintMemberScope(anew.token, START)).memberId).toBe(memberId);
    expect((await kindsOf()).slice(-2)).toEqual(['member.disabled', 'member.enabled']);
  });

  it('never leaves a bank without an administrator, whoever presses at once', async () => {
    const { memberId } = bank.members.administrator;
    expect(await codeOf(disable(memberId, 1))).toBe('last-administrator');
    const promoted = { memberId: bank.members.operator.memberId, name: '担当 一', auditorUntil: null, campaignIds: [] };
    await changeMember(bench.outside, bank.members.administrator, {
      ...promoted,
      version: 1,
      roles: ['administrator'],
    });
    const outcomes = await Promise.all([
      codeOf(disable(memberId, 1)),
      codeOf(changeMember(bench.outside, bank.members.administrator, { ...promoted, version: 2, roles: ['viewer'] })),
    ]);
    expect(outcomes.toSorted()).toEqual(['done', 'last-administrator']);
    const left = (await look()).members.filter(
      (each) => each.disabledAt === null && each.roles.includes('administrator'),
    );
    expect(left).toHaveLength(1);
  });
});
