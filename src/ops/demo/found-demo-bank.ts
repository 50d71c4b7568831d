import { ensureAccount } from '@/auth/accounts';
import { identityTransaction } from '@/auth/doors';
import { mintAuditorScope, mintBankScope, mintSystemScope } from '@/auth/mint';
import { newId } from '@/db/new-id';
import type { AuditorScope, BankScope, SystemScope } from '@/db/scope';
import type { Role } from '@/domain/access';
import { addDays } from '@/domain/business-day';
import { bankDateOf } from '@/domain/deadline';
import type { Outside } from '@/usecases/command';
import { foundBank } from '@/usecases/tenants/found-bank';
import { createTenant } from '../tenants/create-tenant';
import type { DemoBank } from './banks';

export interface FoundedBank {
  tenantId: string;
  system: SystemScope;
  auditor: AuditorScope;
  editionId: string;
  /** In the order of the bank's vendors. */
  serviceIds: string[];
  /** A member who has the role. */
  as(role: Exclude<Role, 'auditor'>): BankScope;
}

/** Founds a demo bank at the moved clock's time: through the host's door, then through the use case. */
export async function foundDemoBank(
  ownerUrl: string,
  outside: Outside,
  bank: DemoBank,
  today: Date,
): Promise<FoundedBank> {
  const tenantId = newId();
  const now = outside.clock.now();
  await createTenant(ownerUrl, { id: tenantId, slug: bank.slug, profile: bank.profile }, now);
  const userIds = await identityTransaction(async (tx) => {
    const ids: string[] = [];
    for (const { address } of bank.members) ids.push(await ensureAccount(tx, address));
    return ids;
  });
  const system = mintSystemScope(tenantId);
  const founded = await foundBank(outside, system, {
    members: bank.members.map(({ name, roles }, index) => ({
      userId: userIds[index] ?? '',
      name,
      roles,
      auditorUntil: roles.includes('auditor') ? addDays(bankDateOf(today), 300) : null,
    })),
    vendors: bank.vendors.map(({ name, kana, corporateNumber, service, apiKinds, criticality, contacts }) => ({
      name,
      kana,
      corporateNumber,
      services: [{ name: service, apiKinds, criticality, contractDate: '2021-04-01' }],
      contacts: contacts.map((contact, index) => ({
        ...contact,
        kind: index === 0 ? ('primary' as const) : ('deputy' as const),
      })),
    })),
  });
  const memberWith = (role: Role) => {
    const index = bank.members.findIndex((member) => member.roles.includes(role));
    const member = bank.members[index];
    if (!member) throw new Error(`the demo bank has no ${role}`);
    return {
      tenantId,
      memberId: founded.memberIds[index] ?? '',
      userId: userIds[index] ?? '',
      name: member.name,
      roles: member.roles,
      sitting: newId(),
    };
  };
  return {
    tenantId,
    system,
    auditor: mintAuditorScope(memberWith('auditor')),
    editionId: founded.editionIds[0] ?? '',
    serviceIds: founded.serviceIds,
    as: (role) => mintBankScope(memberWith(role)),
  };
}
