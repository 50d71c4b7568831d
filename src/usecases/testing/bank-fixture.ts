import { and, eq, isNull } from 'drizzle-orm';
import { movedClock } from '@/adapters/clock';
import { accounts, ensureAccount } from '@/auth/accounts';
import { identityTransaction } from '@/auth/doors';
import { mintAuditorScope, mintBankScope, mintRespondentScope, mintSystemScope } from '@/auth/mint';
import { linkHash } from '@/auth/secrets';
import { newId } from '@/db/new-id';
import { auditorCampaign } from '@/db/schema/access';
import { assessment, invitation, pinnedItem } from '@/db/schema/campaign';
import type { AuditorScope, BankScope, RespondentScope, SystemScope } from '@/db/scope';
import type { Role } from '@/domain/access';
import type { Job } from '@/domain/job';
import { createTenant } from '@/ops/tenants/create-tenant';
import type { TestDatabase } from '@/ops/test-database';
import { createCampaign } from '../campaigns/create-campaign';
import { finishLaunch } from '../campaigns/finish-launch';
import { launchCampaign } from '../campaigns/launch-campaign';
import { launchTarget } from '../campaigns/launch-target';
import type { Outside } from '../command';
import { foundBank } from '../tenants/found-bank';

const PEOPLE = ['administrator', 'operator', 'reviewer', 'approver', 'viewer'] as const;

export interface TestBank {
  tenantId: string;
  /** A member of each role; `userId` of each differs. */
  members: Record<(typeof PEOPLE)[number], BankScope>;
  /** Named for no campaign until `nameCampaign`. */
  auditor: AuditorScope;
  system: SystemScope;
  serviceIds: string[];
  editionId: string;
  addressOf(role: (typeof PEOPLE)[number] | 'auditor'): string;
}

/** A test's outside world: a clock that it moves, and the wakes that were asked for. */
export function testOutside(start = new Date('2026-11-27T01:00:00Z')) {
  const clock = movedClock(start);
  const wakes: Job[] = [];
  const outside: Outside = {
    clock,
    accounts,
    linkHash,
    async wake(job) {
      wakes.push(job);
    },
  };
  return { ...outside, clock, wakes };
}

/** Founds a bank with a member in every role, an auditor, and vendors of one service and one primary contact each. */
export async function foundTestBank(
  database: Pick<TestDatabase, 'ownerUrl'>,
  options: { slug: string; vendors?: number; now?: Date },
): Promise<TestBank> {
  const now = options.now ?? new Date('2026-11-27T00:00:00Z');
  const tenantId = newId();
  const { slug } = options;
  await createTenant(
    database.ownerUrl,
    {
      id: tenantId,
      slug,
      profile: {
        name: `${slug}銀行`,
        nameEn: `${slug} Bank`,
        selfTerm: '当行',
        department: 'リスク統括部',
        departmentEn: 'Risk Management',
        telephone: '03-0000-0000',
        replyAddress: `tenken@${slug}.example`,
        businessHours: '平日 9:00～17:00',
      },
    },
    now,
  );
  const roles = [...PEOPLE, 'auditor'] as const;
  const addressOf = (role: Role) => `${role}@${slug}.example`;
  const userIds = await identityTransaction(async (tx) => {
    const ids: string[] = [];
    for (const role of roles) ids.push(await ensureAccount(tx, addressOf(role)));
    return ids;
  });
  const system = mintSystemScope(tenantId);
  const founded = await foundBank({ ...testOutside(now) }, system, {
    members: roles.map((role, index) => ({
      userId: userIds[index] ?? '',
      name: `${role} of ${slug}`,
      roles: [role],
      auditorUntil: role === 'auditor' ? '2027-03-31' : null,
    })),
    vendors: Array.from({ length: options.vendors ?? 2 }, (_, index) => ({
      name: `${slug}接続先${index + 1}`,
      kana: `${slug}${String(index + 1).padStart(4, '0')}`,
      corporateNumber: null,
      services: [{ name: 'API', apiKinds: ['reference'], criticality: 'medium', contractDate: null }],
      contacts: [
        {
          name: `担当 ${index + 1}`,
          department: '情報セキュリティ室',
          address: `contact${index + 1}@${slug}-vendor.example`,
          language: 'ja',
          kind: 'primary',
        },
      ],
    })),
  });
  const memberOf = (role: Role) => {
    const index = roles.indexOf(role);
    return {
      tenantId,
      memberId: founded.memberIds[index] ?? '',
      userId: userIds[index] ?? '',
      name: `${role} of ${slug}`,
      sitting: newId(),
    };
  };
  const members = Object.fromEntries(
    PEOPLE.map((role) => [role, mintBankScope({ ...memberOf(role), roles: [role] })]),
  ) as TestBank['members'];
  return {
    tenantId,
    members,
    auditor: mintAuditorScope(memberOf('auditor')),
    system,
    serviceIds: founded.serviceIds,
    editionId: founded.editionIds[0] ?? '',
    addressOf,
  };
}

/** Creates a campaign over the bank's services and launches it whole; returns its id and its assessments, in order. */
export async function launchTestCampaign(
  bank: TestBank,
  outside: Outside,
  options: { name?: string; serviceIds?: string[]; dueDate?: string } = {},
): Promise<{ campaignId: string; assessmentIds: string[] }> {
  const { campaignId } = await createCampaign(outside, bank.members.operator, {
    name: options.name ?? '2026年度 API接続先 定期点検',
    fiscalYear: 2026,
    referenceDate: '2026-11-30',
    editionId: bank.editionId,
    serviceIds: options.serviceIds ?? bank.serviceIds,
    dueDate: options.dueDate ?? '2026-12-25',
    reminderDays: [10, 3],
    overdueDays: [1, 5],
  });
  await launchCampaign(outside, bank.members.operator, { campaignId });
  for (let left = 1; left > 0; ) left = (await launchTarget(outside, bank.system, { campaignId })).left;
  await finishLaunch(outside, bank.system, { campaignId });
  const rows = await bank.system.transaction((tx) =>
    tx
      .select({ id: assessment.id })
      .from(assessment)
      .where(eq(assessment.campaignId, campaignId))
      .orderBy(assessment.createdAt, assessment.id),
  );
  return { campaignId, assessmentIds: rows.map((row) => row.id) };
}

/** The scope of the invited person, introduced. */
export async function respondentOf(bank: TestBank, assessmentId: string, name = '田中 涼'): Promise<RespondentScope> {
  const [invited] = await bank.system.transaction((tx) =>
    tx
      .select({ id: invitation.id })
      .from(invitation)
      .where(and(eq(invitation.assessmentId, assessmentId), isNull(invitation.delegatedBy))),
  );
  return mintRespondentScope({
    tenantId: bank.tenantId,
    assessmentId,
    invitationId: invited?.id ?? '',
    delegatedBy: null,
    personId: newId(),
    name,
    department: '情報セキュリティ室',
    sitting: newId(),
  });
}

/** The pinned items of a campaign that the vendor answers, in order. */
export async function vendorItems(bank: TestBank, campaignId: string) {
  const items = await bank.system.transaction((tx) =>
    tx.select().from(pinnedItem).where(eq(pinnedItem.campaignId, campaignId)).orderBy(pinnedItem.position),
  );
  return items.filter((item) => item.answeredBy !== 'bank');
}

/** Names the auditor for a campaign. */
export async function nameCampaign(bank: TestBank, campaignId: string, now: Date): Promise<void> {
  await bank.system.transaction((tx) =>
    tx.insert(auditorCampaign).values({
      tenantId: bank.tenantId,
      id: newId(),
      memberId: bank.auditor.memberId,
      campaignId,
      grantedAt: now,
    }),
  );
}
