import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAccount } from '@/auth/accounts';
import { isActiveTenant } from '@/auth/active-tenants';
import { identityTransaction, membershipsOf } from '@/auth/doors';
import { mintMemberScope, startMemberSession } from '@/auth/member-session';
import { mintBankScope, mintSystemScope } from '@/auth/mint';
import {
  introduce,
  mintAssessmentScope,
  requireRespondentSession,
  startRespondentSession,
} from '@/auth/respondent-session';
import { newId } from '@/db/new-id';
import { identityProvider } from '@/db/schema/identity-provider';
import { chainReport } from '@/ops/audit/read-chain';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { prepareCampaign } from '@/usecases/campaigns/prepare-campaign';
import { foundTestBank, launchTestCampaign, testOutside } from '@/usecases/testing/bank-fixture';
import { codeOf, refusalOf } from '@/usecases/testing/refusal-of';
import { asHost, tenantBySlug } from '../audit/host';
import { changeTenantStatus, listTenants } from './change-status';
import { createTenant } from './create-tenant';
import { createBank, newBankSchema } from './new-bank';
import { openToCodes } from './open-to-codes';

const outside = testOutside();
const now = outside.clock.now();
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const ORDER = newBankSchema.parse({
  slug: 'hoshi-bank',
  name: 'ほし銀行',
  'name-en': 'Hoshi Bank',
  'self-term': '当行',
  'administrator-name': '森 一',
  'administrator-address': 'Mori@Hoshi-Bank.example',
});
const verify = (tenantId: string) => asHost(database.ownerUrl, tenantId, (sql) => chainReport(sql, tenantId));

describe('a bank that the host makes', () => {
  it('has its first administrator, the built-in editions and a chain that verifies', async () => {
    const { tenantId } = await createBank(database.ownerUrl, outside, ORDER);
    const [membership] = await identityTransaction(async (tx) =>
      membershipsOf(tx, await ensureAccount(tx, 'mori@hoshi-bank.example')),
    );
    expect(membership).toMatchObject({ tenantId, bankName: 'ほし銀行', roles: ['administrator'] });
    const scope = mintBankScope({
      tenantId,
      memberId: membership?.memberId ?? '',
      userId: 'u',
      name: '森 一',
      roles: ['operator'],
      sitting: tenantId,
    });
    expect((await prepareCampaign(outside, scope, {})).editions).toHaveLength(1);
    expect(await verify(tenantId)).toMatchObject({ ok: true });
  });

  it('is completed by the same order when a crash left only its short name', async () => {
    const order = { ...ORDER, slug: 'yami-bank', 'administrator-address': 'yami@yami-bank.example' };
    const id = newId();
    const { name, 'name-en': nameEn, 'self-term': selfTerm } = order;
    const blank = { department: '', departmentEn: '', telephone: '', businessHours: '' };
    const profile = { name, nameEn, selfTerm, replyAddress: order['administrator-address'], ...blank };
    await createTenant(database.ownerUrl, { id, slug: order.slug, profile }, now);
    expect(await createBank(database.ownerUrl, outside, order)).toEqual({ tenantId: id });
    expect(await verify(id)).toMatchObject({ ok: true });
    await expect(createBank(database.ownerUrl, outside, order)).rejects.toThrow('yami-bank');
  });

  it('is let in by codes again on record when it required a provider that is out of order', async () => {
    const { tenantId } = await createBank(database.ownerUrl, outside, {
      ...ORDER,
      slug: 'kumo-bank',
      'administrator-address': 'kumo@kumo-bank.example',
    });
    const order = { reason: '認証基盤の障害', now };
    expect(await openToCodes(database.ownerUrl, 'kumo-bank', order)).toBe(false);
    await mintSystemScope(tenantId).transaction((tx) =>
      tx.insert(identityProvider).values({
        tenantId,
        id: newId(),
        issuer: 'https://login.kumo-bank.example',
        clientId: 'tenken',
        clientSecretSealed: 'sealed',
        mode: 'required',
        provenAt: now,
        updatedAt: now,
      }),
    );
    expect(await openToCodes(database.ownerUrl, 'kumo-bank', order)).toBe(true);
    const [membership] = await identityTransaction(async (tx) =>
      membershipsOf(tx, await ensureAccount(tx, 'kumo@kumo-bank.example')),
    );
    expect(membership?.identityMode).toBe('optional');
    expect(await verify(tenantId)).toMatchObject({ ok: true });
    expect(await openToCodes(database.ownerUrl, 'kumo-bank', order)).toBe(false);
    await expect(openToCodes(database.ownerUrl, 'nowhere', order)).rejects.toThrow('nowhere');
  });

  it('is refused under a short name that is taken, or without a usable address', async () => {
    await expect(createBank(database.ownerUrl, outside, ORDER)).rejects.toThrow('hoshi-bank');
    expect(newBankSchema.safeParse({ ...ORDER, 'administrator-address': 'mori' }).success).toBe(false);
    for (const slug of ['', 'Hoshi', 'a b', '-a', 'a-', 'x'.repeat(41)]) {
      expect(newBankSchema.safeParse({ ...ORDER, slug }).success).toBe(false);
    }
  });
});

describe('suspending a bank', () => {
  it('refuses its members at their next request, lets its jobs go, is on record, and can be taken back', async () => {
    const bank = await foundTestBank(database, { slug: 'umi', vendors: 1 });
    const session = await identityTransaction((tx) =>
      startMemberSession(tx, { userId: bank.members.operator.userId, tenantId: bank.tenantId, now }),
    );
    const { assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2027-03-31' });
    const assessmentId = assessmentIds[0] ?? '';
    const answering = await identityTransaction(async (tx) => {
      const begun = await startRespondentSession(tx, 'contact1@umi-vendor.example', now);
      const known = await requireRespondentSession(tx, begun.token, now);
      await introduce(tx, known, { name: '田中 涼', department: '室' });
      return begun.token;
    });
    const order = { reason: '契約の終了', now };
    expect(await changeTenantStatus(database.ownerUrl, 'umi', { status: 'suspended', ...order })).toBe(true);
    expect(await changeTenantStatus(database.ownerUrl, 'umi', { status: 'suspended', ...order })).toBe(false);
    expect(await codeOf(mintMemberScope(session.token, now))).toBe('tenant-suspended');
    expect(await refusalOf(mintAssessmentScope(answering, assessmentId, now))).toEqual({
      code: 'bank-resting',
      params: { bank: 'umi銀行' },
    });
    expect(await codeOf(mintAssessmentScope(answering, newId(), now))).toBe('not-found');
    expect(await identityTransaction((tx) => isActiveTenant(tx, bank.tenantId))).toBe(false);
    expect((await listTenants(database.ownerUrl)).find((each) => each.slug === 'umi')?.status).toBe('suspended');
    expect(await changeTenantStatus(database.ownerUrl, 'umi', { status: 'active', ...order })).toBe(true);
    expect((await mintMemberScope(session.token, now)).tenantId).toBe(bank.tenantId);
    expect((await mintAssessmentScope(answering, assessmentId, now)).scope.assessmentId).toBe(assessmentId);
    expect(await verify(bank.tenantId)).toMatchObject({ ok: true });
    const kinds = await asHost(
      database.ownerUrl,
      bank.tenantId,
      (sql) => sql<{ kind: string }[]>`select kind from tenant.audit_event where actor_id = 'host' order by seq`,
    );
    expect(kinds.map((row) => row.kind)).toEqual(['tenant.suspended', 'tenant.resumed']);
  });

  it('says so when there is no such bank', async () => {
    expect(await tenantBySlug(database.ownerUrl, 'nowhere')).toBeNull();
    await expect(
      changeTenantStatus(database.ownerUrl, 'nowhere', { status: 'suspended', reason: 'x', now }),
    ).rejects.toThrow('nowhere');
  });
});
