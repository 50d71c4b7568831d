import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityTransaction } from '@/auth/doors';
import { mintMemberScope, startMemberSession } from '@/auth/member-session';
import { mintBankScope } from '@/auth/mint';
import { auditEvent } from '@/db/schema/record';
import type { BankScope } from '@/db/scope';
import { ROLE_TABLE, type Role } from '@/domain/access';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { approveBankAnswers } from '../bank-answers/approve-bank-answers';
import { listBankAnswers } from '../bank-answers/list-bank-answers';
import { proposeBankAnswers } from '../bank-answers/propose-bank-answers';
import { saveBankAnswer } from '../bank-answers/save-bank-answer';
import { decideAcceptance } from '../reviews/decide-acceptance';
import { MET } from '../testing/answers-fixture';
import { approveTestBankAnswers } from '../testing/bank-answers-fixture';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf } from '../testing/refusal-of';
import { proposed } from '../testing/review-steps';
import { changeMember } from './change-member';
import { listMembers } from './list-members';

let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
  other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
});
afterAll(() => database.drop());

type Person = 'operator' | 'reviewer';

interface Standing {
  /** Who proposed, or wrote what is proposed. */
  by: readonly Person[];
  decide: (as: BankScope) => Promise<unknown>;
}

async function proposedReview(decision: 'approve' | 'reject'): Promise<Standing> {
  const [serviceId = ''] = bank.serviceIds;
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { serviceIds: [serviceId] });
  await approveTestBankAnswers(bank, outside, campaignId);
  const { assessmentId, acceptanceId } = await proposed(bank, outside, assessmentIds[0] ?? '');
  return {
    by: ['reviewer'],
    decide: (as) => decideAcceptance(outside, as, { assessmentId, acceptanceId, decision, reason: '要確認' }),
  };
}

async function proposedAnswer(kind: 'default' | 'override', proposer: Person): Promise<Standing> {
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside);
  const place = { campaignId, assessmentId: kind === 'override' ? (assessmentIds[0] ?? '') : null };
  const [item] = (await listBankAnswers(outside, bank.members.viewer, place)).items;
  const itemId = item?.itemId ?? '';
  await saveBankAnswer(outside, bank.members.operator, { ...place, itemId, version: 0, content: MET });
  await proposeBankAnswers(outside, bank.members[proposer], { ...place, items: [{ itemId, share: false }] });
  return {
    by: [...new Set(['operator' as const, proposer])],
    decide: (as) => approveBankAnswers(outside, as, { ...place, items: [{ itemId, version: 1 }] }),
  };
}

const PATHS = [
  ['reviews.decide', 'approves a review', () => proposedReview('approve')],
  ['reviews.decide', 'rejects a review', () => proposedReview('reject')],
  ['bankAnswers.approve', 'approves an answer of a campaign', () => proposedAnswer('default', 'operator')],
  ['bankAnswers.approve', 'approves an answer for one vendor', () => proposedAnswer('override', 'operator')],
  [
    'bankAnswers.approve',
    'approves what a colleague proposed for its writer',
    () => proposedAnswer('default', 'reviewer'),
  ],
] as const;

/** The person with other roles than when they proposed, under whichever membership. */
const as = (person: Person, roles: readonly Role[], memberId = bank.members[person].memberId) =>
  mintBankScope({ ...bank.members[person], name: person, memberId, roles });

/** The person at the next request after an administrator changed the roles; the roles are given back afterwards. */
async function withChangedRoles<T>(person: Person, roles: Role[], work: (scope: BankScope) => Promise<T>): Promise<T> {
  const { memberId, userId } = bank.members[person];
  const setRoles = async (wanted: Role[]) => {
    const { members } = await listMembers(outside, bank.members.administrator, { page: 1 });
    const found = members.find(({ id }) => id === memberId);
    await changeMember(outside, bank.members.administrator, {
      memberId,
      version: found?.version ?? 0,
      name: found?.name ?? '',
      roles: wanted,
      auditorUntil: null,
      campaignIds: [],
    });
  };
  await setRoles(roles);
  const now = outside.clock.now();
  const { token } = await identityTransaction((tx) => startMemberSession(tx, { userId, tenantId: bank.tenantId, now }));
  const scope = await mintMemberScope(token, now);
  if (scope.audience !== 'bank') throw new Error('not of the bank');
  const result = await work(scope);
  await setRoles([person]);
  return result;
}

const eventKinds = async () =>
  (
    await bank.system.transaction((tx) => tx.select({ kind: auditEvent.kind }).from(auditEvent).orderBy(auditEvent.seq))
  ).map((row) => row.kind);

describe('nobody approves what they proposed', () => {
  it('is asked of every action that decides on a proposal', () => {
    const deciding = Object.keys(ROLE_TABLE.bank).filter((action) => /\.(decide|approve)/.test(action));
    expect(deciding.sort()).toEqual([...new Set(PATHS.map(([action]) => action))].sort());
  });

  it.each(PATHS)(
    '%s: who %s must be another person, whatever roles the first one has by then',
    async (_, __, begin) => {
      const { by, decide } = await begin();
      const before = await eventKinds();
      for (const person of by) {
        expect(await codeOf(decide(as(person, ['operator', 'reviewer', 'approver'])))).toBe('four-eyes');
        // A membership is not a person: another one of the same account changes nothing.
        expect(await codeOf(decide(as(person, ['approver'], other.members.approver.memberId)))).toBe('four-eyes');
        expect(await codeOf(decide(as(person, [person])))).toBe('not-permitted');
      }
      expect(await eventKinds()).toEqual(before);
      for (const person of by) {
        expect(await withChangedRoles(person, ['approver'], (scope) => codeOf(decide(scope)))).toBe('four-eyes');
      }
      expect(await codeOf(decide(bank.members.approver))).toBe('done');
    },
  );
});

describe('a role that is taken away in the middle', () => {
  it('refuses the next request and leaves nothing half-written', async () => {
    const { campaignId } = await launchTestCampaign(bank, outside);
    const place = { campaignId, assessmentId: null };
    const standing = async () => (await listBankAnswers(outside, bank.members.viewer, place)).items;
    const [first, second] = await standing();
    const save = (scope: BankScope, itemId = '') =>
      codeOf(saveBankAnswer(outside, scope, { ...place, itemId, version: 0, content: MET }));
    expect(await withChangedRoles('operator', ['reviewer'], (scope) => save(scope, first?.itemId))).toBe('done');
    const before = await standing();
    await withChangedRoles('operator', ['viewer'], async (scope) => {
      const events = await eventKinds();
      expect(await save(scope, second?.itemId)).toBe('not-permitted');
      const items = [{ itemId: first?.itemId ?? '', share: false }];
      expect(await codeOf(proposeBankAnswers(outside, scope, { ...place, items }))).toBe('not-permitted');
      expect(await eventKinds()).toEqual(events);
    });
    expect(await standing()).toEqual(before);
  });
});
