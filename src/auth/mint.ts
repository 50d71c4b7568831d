import {
  type AuditorScope,
  type BankScope,
  type OrganisationScope,
  type RespondentScope,
  type SystemScope,
  transactionsAs,
} from '@/db/scope';
import type { Role } from '@/domain/access';

/** The only file that makes scopes; each caller has just read the session, membership or grant that it rests on. */

export function mintBankScope(member: {
  tenantId: string;
  memberId: string;
  userId: string;
  name: string;
  roles: readonly Role[];
  sitting: string;
}): BankScope {
  return {
    audience: 'bank',
    tenantId: member.tenantId,
    memberId: member.memberId,
    userId: member.userId,
    roles: member.roles,
    sitting: member.sitting,
    actor: { kind: 'member', id: member.memberId, userId: member.userId, name: member.name },
    transaction: transactionsAs({ role: 'tenken_bank', tenantId: member.tenantId, memberId: member.memberId }),
  } as BankScope;
}

export function mintAuditorScope(member: {
  tenantId: string;
  memberId: string;
  userId: string;
  name: string;
  sitting: string;
}): AuditorScope {
  return {
    audience: 'auditor',
    tenantId: member.tenantId,
    memberId: member.memberId,
    userId: member.userId,
    roles: ['auditor'],
    sitting: member.sitting,
    actor: { kind: 'member', id: member.memberId, userId: member.userId, name: member.name },
    transaction: transactionsAs({ role: 'tenken_auditor', tenantId: member.tenantId, memberId: member.memberId }),
  } as unknown as AuditorScope;
}

export function mintRespondentScope(grant: {
  tenantId: string;
  assessmentId: string;
  invitationId: string;
  /** The lead's invitation; null for a lead. */
  delegatedBy: string | null;
  personId: string;
  name: string;
  department: string;
  sitting: string;
}): RespondentScope {
  return {
    audience: 'respondent',
    tenantId: grant.tenantId,
    assessmentId: grant.assessmentId,
    invitationId: grant.invitationId,
    isLead: grant.delegatedBy === null,
    sitting: grant.sitting,
    actor: { kind: 'respondent', id: grant.personId, name: grant.name, department: grant.department },
    transaction: transactionsAs({
      role: 'tenken_respondent',
      tenantId: grant.tenantId,
      assessmentId: grant.assessmentId,
      invitationId: grant.invitationId,
    }),
  } as RespondentScope;
}

/** The worker's scope of one tenant. */
export function mintSystemScope(tenantId: string): SystemScope {
  return {
    audience: 'system',
    tenantId,
    sitting: tenantId,
    actor: { kind: 'system' },
    transaction: transactionsAs({ role: 'tenken_bank', tenantId }),
  } as SystemScope;
}

/** A member of a respondent organisation, as the session says who that is. */
export function mintOrganisationScope(member: {
  organisationId: string;
  personId: string;
  name: string;
  department: string;
  sitting: string;
}): OrganisationScope {
  const { organisationId, personId, name, department, sitting } = member;
  return {
    audience: 'organisation',
    organisationId,
    sitting,
    actor: { kind: 'respondent', id: personId, name, department },
    transaction: transactionsAs({ role: 'tenken_organisation', organisationId }),
  } as OrganisationScope;
}
