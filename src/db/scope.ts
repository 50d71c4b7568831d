import { sql } from 'drizzle-orm';
import type { Role } from '@/domain/access';
import type { Actor } from '@/domain/actor';
import { type Database, servingDatabase, type Transaction } from './client';
import { withoutValues } from './failed-statement';

declare const minted: unique symbol;

/**
 * A scope is proof of who may see what, and the only way to a transaction. The database role and the settings that the
 * row-level policies read are set when it opens, so code that forgets a filter still can't reach beyond it.
 * Only `auth/` mints scopes.
 */
interface ScopeBase {
  readonly [minted]: true;
  readonly tenantId: string;
  readonly actor: Actor;
  /** One sitting of one person: a session's stable random id. */
  readonly sitting: string;
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/** A member of the bank. */
export interface BankScope extends ScopeBase {
  readonly audience: 'bank';
  readonly memberId: string;
  readonly userId: string;
  readonly roles: readonly Role[];
  readonly actor: Extract<Actor, { kind: 'member' }>;
}

/** An auditor of the bank: the campaigns named for the member, read-only. */
export interface AuditorScope extends ScopeBase {
  readonly audience: 'auditor';
  readonly memberId: string;
  readonly userId: string;
  readonly roles: readonly ['auditor'];
  readonly actor: Extract<Actor, { kind: 'member' }>;
}

/** A vendor's person and one assessment. */
export interface RespondentScope extends ScopeBase {
  readonly audience: 'respondent';
  readonly assessmentId: string;
  readonly invitationId: string;
  /** The invited lead, who submits and asks colleagues; false for a colleague asked for some items（担当依頼）. */
  readonly isLead: boolean;
  readonly actor: Extract<Actor, { kind: 'respondent' }>;
}

/** The worker, for one tenant at a time. */
export interface SystemScope extends ScopeBase {
  readonly audience: 'system';
  readonly actor: { readonly kind: 'system' };
}

/** A member of a respondent organisation, and its answer master: a plane that no bank has a way to. */
export interface OrganisationScope extends Omit<ScopeBase, 'tenantId'> {
  readonly audience: 'organisation';
  readonly organisationId: string;
  readonly actor: Extract<Actor, { kind: 'respondent' }>;
}

export type Scope = BankScope | AuditorScope | RespondentScope | SystemScope | OrganisationScope;
export type Audience = Scope['audience'];

interface Settings {
  role: 'tenken_bank' | 'tenken_respondent' | 'tenken_auditor' | 'tenken_identity' | 'tenken_organisation';
  tenantId?: string;
  assessmentId?: string;
  /** A respondent's: the policies read from it who is a lead, and who was asked for which items. */
  invitationId?: string;
  organisationId?: string;
  memberId?: string;
}

/** Puts a role and its settings in force until the transaction ends; what isn't given is empty and fails closed. */
export async function assumeRole(tx: Transaction, settings: Settings): Promise<void> {
  await tx.execute(sql`select set_config('role', ${settings.role}, true),
    set_config('app.tenant_id', ${settings.tenantId ?? ''}, true),
    set_config('app.assessment_id', ${settings.assessmentId ?? ''}, true),
    set_config('app.invitation_id', ${settings.invitationId ?? ''}, true),
    set_config('app.organisation_id', ${settings.organisationId ?? ''}, true),
    set_config('app.member_id', ${settings.memberId ?? ''}, true)`);
}

/** A runner of transactions under a role. For `auth/`, which builds scopes from it. What fails tells no values. */
export function transactionsAs(settings: Settings, database: Database = servingDatabase()) {
  return async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    try {
      return await database.transaction(async (tx) => {
        await assumeRole(tx, settings);
        return work(tx);
      });
    } catch (error) {
      throw withoutValues(error);
    }
  };
}
