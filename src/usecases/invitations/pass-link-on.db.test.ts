import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { identityTransaction, liveGrantsOf } from '@/auth/doors';
import {
  introduce,
  mintAssessmentScope,
  requireRespondentSession,
  startRespondentSession,
} from '@/auth/respondent-session';
import { assessment, invitation } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { changeCampaignState } from '../campaigns/change-campaign-state';
import { giveItems } from '../delegations/give-items';
import { listColleagues } from '../delegations/list-colleagues';
import { applyVendors } from '../imports/apply-vendors';
import { confirmImport } from '../imports/confirm-import';
import { previewVendors } from '../imports/preview-vendors';
import { showImport } from '../imports/show-import';
import { uploadImport } from '../imports/upload-import';
import { openWorkspace } from '../responses/open-workspace';
import { saveAnswer } from '../responses/save-answer';
import { MET } from '../testing/answers-fixture';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf } from '../testing/refusal-of';
import { makePrimary } from '../vendors/make-primary';
import { saveContact } from '../vendors/save-contact';
import { showVendor } from '../vendors/show-vendor';

const outside = testOutside();
let database: TestDatabase;
let bank: TestBank;
let place: { campaignId: string; assessmentId: string; vendorId: string };
let made = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  made += 1;
  bank = await foundTestBank(database, { slug: `aoba${made}`, vendors: 1 });
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2027-03-31' });
  const assessmentId = assessmentIds[0] ?? '';
  const [row] = await bank.system.transaction((tx) => tx.select().from(assessment));
  place = { campaignId, assessmentId, vendorId: row?.vendorId ?? '' };
});

const old = () => `contact1@aoba${made}-vendor.example`;
const NEW = { name: '新任 花子', department: '管理部', language: 'ja' } as const;
const fresh = () => `shinnin@aoba${made}-vendor.example`;
const change = (part: { address: string }) =>
  saveContact(outside, bank.members.operator, { ...NEW, ...part, vendorId: place.vendorId });
const reached = async (address: string) =>
  (await identityTransaction((tx) => liveGrantsOf(tx, address, outside.clock.now()))).map(
    (grant) => grant.assessmentId,
  );
/** A session of who proved the address, and their way into the assessment, asked for anew at each step. */
async function personAt(address: string, name: string) {
  const now = outside.clock.now();
  const token = await identityTransaction(async (tx) => {
    const session = await startRespondentSession(tx, address, now);
    await introduce(tx, await requireRespondentSession(tx, session.token, now), { name, department: '室' });
    return session.token;
  });
  return async () => (await mintAssessmentScope(token, place.assessmentId, outside.clock.now())).scope;
}

describe('another contact of the vendor', () => {
  it('ends the old link and its sessions at once; answers and colleagues pass to the new lead', async () => {
    const predecessor = await personAt(old(), '田中 涼');
    const lead = await predecessor();
    const { items } = await openWorkspace(outside, lead, { assessmentId: place.assessmentId });
    const [first, second] = items.map(({ itemId }) => itemId);
    const { assessmentId } = place;
    await saveAnswer(outside, lead, { assessmentId, itemId: first ?? '', version: 0, content: MET });
    const colleague = {
      name: '小林 舞',
      address: `k@aoba${made}-vendor.example`,
      language: 'ja',
      message: '',
    } as const;
    const { invitationId } = await giveItems(outside, lead, { ...colleague, assessmentId, itemIds: [second ?? ''] });

    await change({ address: fresh() });
    expect(await codeOf(predecessor())).toBe('not-found');
    expect([await reached(old()), await reached(fresh())]).toEqual([[], [assessmentId]]);
    const after = await (await personAt(fresh(), '新任 花子'))();
    const seen = await openWorkspace(outside, after, { assessmentId });
    expect(seen.items.find(({ itemId }) => itemId === first)?.content).toEqual(MET);
    const { colleagues } = await listColleagues(outside, after, { assessmentId });
    expect(colleagues.map((each) => [each.invitationId, each.items.length])).toEqual([[invitationId, 1]]);
    expect(await reached(colleague.address)).toEqual([assessmentId]);
    const planned = await bank.system.transaction((tx) =>
      tx.select({ kind: mail.kind, state: mail.state }).from(mail).where(eq(mail.address, fresh())),
    );
    expect(planned).toEqual([{ kind: 'invitation', state: 'planned' }]);
  });

  it('is another address or person: a new name alone, a deputy, and a closed campaign move no link', async () => {
    const links = () => bank.system.transaction((tx) => tx.select().from(invitation));
    await change({ address: old() });
    await saveContact(outside, bank.members.operator, {
      ...NEW,
      address: fresh(),
      vendorId: place.vendorId,
      kind: 'deputy',
    });
    expect(await links()).toHaveLength(1);
    const closing = { campaignId: place.campaignId, action: 'close', reason: '年度末' } as const;
    await changeCampaignState(outside, bank.members.operator, closing);
    await change({ address: `third@aoba${made}-vendor.example` });
    expect(await links()).toHaveLength(1);
  });

  it('comes with an imported list, too', async () => {
    const { operator } = bank.members;
    const file = { kind: 'vendors', fileName: '一覧.csv', content: new Uint8Array([97]) } as const;
    const { importId } = await uploadImport(outside, operator, file);
    const cells = { name: `aoba${made}接続先1`, serviceName: 'API', contactName: '新任 花子', contactAddress: fresh() };
    await previewVendors(outside, bank.system, { importId, table: { rows: [{ row: 2, cells }], unknownHeads: [] } });
    const { version } = await showImport(outside, operator, { importId, show: 'all', page: 1 });
    await confirmImport(outside, operator, { importId, version, leaveOutFaulty: false });
    expect(await applyVendors(outside, bank.system, { importId })).toEqual({ applied: true });
    expect([await reached(old()), await reached(fresh())]).toEqual([[], [place.assessmentId]]);
  });

  it('may be one who was a deputy so far', async () => {
    const deputy = { ...NEW, address: fresh(), vendorId: place.vendorId, kind: 'deputy' as const };
    const { contactId } = await saveContact(outside, bank.members.operator, deputy);
    await makePrimary(outside, bank.members.operator, { contactId, version: 1 });
    expect([await reached(old()), await reached(fresh())]).toEqual([[], [place.assessmentId]]);
    const { contacts } = await showVendor(outside, bank.members.viewer, { vendorId: place.vendorId });
    expect(contacts.map(({ kind, name }) => [kind, name])).toEqual([
      ['primary', '新任 花子'],
      ['deputy', '担当 1'],
    ]);
  });
});
