import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintRespondentScope } from '@/auth/mint';
import { newId } from '@/db/new-id';
import { presence } from '@/db/schema/delegation';
import { auditHead } from '@/db/schema/record';
import type { RespondentScope } from '@/db/scope';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { endDelegation } from '../delegations/end-delegation';
import { giveItems } from '../delegations/give-items';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  type TestBank,
  testOutside,
  vendorItems,
} from '../testing/bank-fixture';
import { codeOf } from '../testing/refusal-of';
import { markPresence } from './mark-presence';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
});
afterAll(() => database.drop());

async function begun() {
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2027-03-31' });
  const [assessmentId = '', other = ''] = assessmentIds;
  const lead = await respondentOf(bank, assessmentId);
  const items = (await vendorItems(bank, campaignId)).map(({ id }) => id);
  const asked = { name: '小林 舞', address: 'kobayashi@vendor.example', language: 'ja', message: '' } as const;
  const give = (itemIds: string[]) => giveItems(outside, lead, { ...asked, assessmentId, itemIds });
  return { assessmentId, other, lead, items, give };
}
function colleagueOf({ tenantId, assessmentId, invitationId: delegatedBy }: RespondentScope, invitationId: string) {
  const person = { personId: newId(), name: '小林 舞', department: '開発部', sitting: newId() };
  return mintRespondentScope({ tenantId, assessmentId, invitationId, delegatedBy, ...person });
}
const at = async (scope: RespondentScope, itemId: string | undefined) =>
  (await markPresence(outside, scope, { assessmentId: scope.assessmentId, itemId: itemId ?? '' })).others;

describe('who has an item open', () => {
  it('is shown to the others by name until they open another, or for forty seconds', async () => {
    const { lead, items, assessmentId } = await begun();
    const second = await respondentOf(bank, assessmentId, '森 蓮');
    expect(await at(lead, items[0])).toEqual([]);
    expect(await at(second, items[1])).toEqual([{ itemId: items[0], name: '田中 涼' }]);
    expect(await at(lead, items[1])).toEqual([{ itemId: items[1], name: '森 蓮' }]);
    expect(await at(second, items[1])).toEqual([{ itemId: items[1], name: '田中 涼' }]);
    outside.clock.advance(39_000);
    expect(await at(second, items[1])).toHaveLength(1);
    outside.clock.advance(1_000);
    expect(await at(second, items[1])).toEqual([]);
    const rows = await lead.transaction((tx) => tx.select().from(presence));
    expect(rows.map(({ name }) => name)).toEqual(['森 蓮']);
  });

  it('is known to a colleague for their own items alone, and to the lead for all', async () => {
    const { lead, items, give } = await begun();
    const colleague = colleagueOf(lead, (await give([items[1] ?? '', items[2] ?? ''])).invitationId);
    await at(lead, items[0]);
    expect(await at(colleague, items[1])).toEqual([]);
    expect(await at(lead, items[2])).toEqual([{ itemId: items[1], name: '小林 舞' }]);
    expect(await at(colleague, items[1])).toEqual([{ itemId: items[2], name: '田中 涼' }]);
    expect(await codeOf(at(colleague, items[0]))).toBe('not-found');
  });

  it('goes on after an item is taken back while it stood open', async () => {
    const { lead, items, give, assessmentId } = await begun();
    const { invitationId } = await give([items[1] ?? '', items[2] ?? '']);
    const colleague = colleagueOf(lead, invitationId);
    await at(colleague, items[1]);
    await endDelegation(outside, lead, { assessmentId, invitationId, itemIds: [items[1] ?? ''] });
    expect(await at(colleague, items[2])).toEqual([]);
    outside.clock.advance(60_000);
    await at(lead, items[0]);
    await at(colleague, items[2]);
    expect(await at(lead, items[0])).toEqual([{ itemId: items[2], name: '小林 舞' }]);
  });

  it('is of one assessment, and no part of the record', async () => {
    const { lead, items, other } = await begun();
    const neighbour = await respondentOf(bank, other, '鈴木 次郎');
    const seq = async () => (await bank.system.transaction((tx) => tx.select().from(auditHead)))[0]?.seq;
    const before = await seq();
    await at(lead, items[0]);
    expect(await at(neighbour, items[0])).toEqual([]);
    expect(await seq()).toBe(before);
    const input = { assessmentId: other, itemId: items[0] ?? '' };
    expect(await codeOf(markPresence(outside, lead, input))).toBe('not-found');
  });
});
