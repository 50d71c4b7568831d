import type { z } from 'zod';
import type { Clock } from '@/adapters/clock';
import { appendEvents, type EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { appendOrganisationEvents } from '@/db/organisation-log';
import type {
  Audience,
  AuditorScope,
  BankScope,
  OrganisationScope,
  RespondentScope,
  Scope,
  SystemScope,
} from '@/db/scope';
import { type Action, mayDo } from '@/domain/access';
import type { AnswerMaster } from '@/domain/answer-master';
import type { IssuerFault } from '@/domain/identity-provider';
import type { Job } from '@/domain/job';
import { Refusal } from '@/domain/refusal';
import { parseInput } from './parse-input';

export interface ScopeByAudience {
  bank: BankScope;
  respondent: RespondentScope;
  auditor: AuditorScope;
  system: SystemScope;
  organisation: OrganisationScope;
}

/**
 * Who is who beyond one bank: addresses and sessions belong to the platform's accounts, names and roles to a bank's
 * members. Each call is a transaction of its own, so it stands in `prepare` or after the commit, never inside `run`: a
 * use case that held one connection while waiting for another could bring all of them to a halt.
 */
export interface Accounts {
  /** The OpenID providers that banks sign their people in with. */
  providers: {
    /** Asks a provider about itself; gives the issuer's own spelling of its name, or what is wrong. */
    examine(issuer: string): Promise<{ issuer: string } | { fault: IssuerFault }>;
    seal(tenantId: string, secret: string): string;
    addresses(tenantId: string): Promise<{ bankCode: string; callbackUrl: string; signInUrl: string }>;
    /** Ends every session that the bank's provider vouched for. */
    endVouchedSessions(tenantId: string): Promise<void>;
  };
  /** The account behind an address, made if need be. An account alone opens nothing. */
  ensure(address: string): Promise<string>;
  addressesOf(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What the person's respondent organisation keeps for itself; null for who belongs to none. */
  masterOf(personId: string): Promise<AnswerMaster | null>;
  /** Ends a person's sessions of one bank; those of other banks go on. */
  endSessions(userId: string, tenantId: string): Promise<void>;
}

/** The outside world as a use case may know it. */
export interface Outside {
  clock: Clock;
  accounts: Accounts;
  /** Wakes the worker after the commit. Losing a wake loses nothing: the sweep derives what is due from the rows. */
  wake(job: Job): Promise<void>;
  /** SHA-256 of an invitation's link token; the key stays outside the use cases. */
  linkHash(invitationId: string): string;
}

export interface Context<A extends Audience> {
  tx: Transaction;
  scope: ScopeByAudience[A];
  now: Date;
  linkHash: Outside['linkHash'];
}

/**
 * What a command did: at least one event, or the word that it changed nothing. `endSessionsOf` names an account whose
 * sessions of this bank end with the commit; `endVouchedSessions` ends those of all whom the bank's provider let in.
 */
export type Outcome<Output> =
  | {
      output: Output;
      events: readonly [EventDraft, ...EventDraft[]];
      wake?: readonly Job[];
      endSessionsOf?: string;
      endVouchedSessions?: boolean;
    }
  | { unchanged: Output };

export interface UseCase<A extends Audience, I extends z.ZodType, O extends z.ZodType> {
  readonly kind: 'command' | 'query';
  readonly audience: A;
  readonly action: Action<A>;
  readonly input: I;
  readonly output: O;
  (outside: Outside, scope: ScopeByAudience[A], input: z.input<I>): Promise<z.output<O>>;
}

/** Throws `not-permitted` unless one of the scope's roles has the action; the worker and respondents hold no roles. */
export function requirePermission<A extends Audience>(scope: ScopeByAudience[A], action: Action<A>): void {
  const roles = 'roles' in scope ? scope.roles : [];
  if (!mayDo(scope.audience, roles, action)) throw new Refusal('not-permitted', {});
}

/**
 * The only way to change anything: parses the input, checks the role table, opens the scope's transaction, runs, and
 * writes the audit events before the commit. `run` must return its events; leaving them out does not compile.
 */
export function command<A extends Audience, I extends z.ZodType, O extends z.ZodType, P = undefined>(definition: {
  audience: A;
  action: Action<A>;
  input: I;
  output: O;
  /** What `run` must know from beyond the bank: asked after the role table and before the transaction. */
  prepare?(outside: Outside, scope: ScopeByAudience[A], input: z.output<I>): Promise<P>;
  run(context: Context<A>, input: z.output<I>, prepared: P): Promise<Outcome<z.input<O>>>;
}): UseCase<A, I, O> {
  const execute = async (outside: Outside, scope: ScopeByAudience[A], raw: z.input<I>) => {
    const input = parseInput(definition.input, raw);
    requirePermission(scope, definition.action);
    const now = outside.clock.now();
    const prepared = (await definition.prepare?.(outside, scope, input)) as P;
    const outcome = await scope.transaction(async (tx) => {
      const result = await definition.run({ tx, scope, now, linkHash: outside.linkHash }, input, prepared);
      if ('events' in result) {
        await record(tx, scope, now, result.events);
      }
      return result;
    });
    if ('unchanged' in outcome) return definition.output.parse(outcome.unchanged);
    if ('tenantId' in scope) await endSessions(outside, scope.tenantId, outcome);
    for (const job of outcome.wake ?? []) await outside.wake(job);
    return definition.output.parse(outcome.output);
  };
  const { audience, action, input, output } = definition;
  return Object.assign(execute, { kind: 'command' as const, audience, action, input, output });
}

/** Into the chain of whom the scope belongs to: a bank's, or a respondent organisation's own. */
function record(tx: Transaction, scope: Scope, now: Date, events: readonly EventDraft[]): Promise<void> {
  const { actor } = scope;
  if (scope.audience === 'organisation') {
    return appendOrganisationEvents(tx, { organisationId: scope.organisationId, actor, now }, events);
  }
  return appendEvents(tx, { tenantId: scope.tenantId, actor, now }, events);
}

async function endSessions(
  { accounts }: Outside,
  tenantId: string,
  outcome: { endSessionsOf?: string; endVouchedSessions?: boolean },
): Promise<void> {
  if (outcome.endSessionsOf) await accounts.endSessions(outcome.endSessionsOf, tenantId);
  if (outcome.endVouchedSessions) await accounts.providers.endVouchedSessions(tenantId);
}
