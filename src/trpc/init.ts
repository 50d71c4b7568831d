import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import type { z } from 'zod';
import type { EntryCase } from '@/auth/entry/entry-case';
import { mintMemberScope } from '@/auth/member-session';
import { organisationScopeOf } from '@/auth/organisations';
import { mintAssessmentScope } from '@/auth/respondent-session';
import type { Action } from '@/domain/access';
import { Refusal, type RefusalKind } from '@/domain/refusal';
import type { ScopeByAudience, UseCase } from '@/usecases/command';
import { parseInput } from '@/usecases/parse-input';
import type { RequestContext } from './context';

/** What the walker and the role-table test read off each procedure. */
interface ProcedureMeta {
  audience: 'entry' | 'bank' | 'respondent' | 'auditor' | 'organisation';
  action: string;
  input: z.ZodType;
}

const KINDS = {
  missing: 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  'signed-out': 'UNAUTHORIZED',
  invalid: 'BAD_REQUEST',
  conflict: 'CONFLICT',
  'too-many': 'TOO_MANY_REQUESTS',
} as const satisfies Record<RefusalKind, TRPCError['code']>;

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    // A refusal travels as its code; nothing else of an error leaves the server, least of all a stack.
    errorFormatter({ shape, error }) {
      const refusal = error.cause instanceof Refusal ? error.cause : null;
      return {
        code: shape.code,
        message: refusal?.code ?? 'failed',
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          refusal: refusal && { code: refusal.code, params: refusal.params },
        },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

async function withRefusals<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw new TRPCError({ code: KINDS[error.kind], cause: error, message: error.code });
    throw error;
  }
}

/** The schema parses inside the use case; here the raw value passes with its type. */
const passing =
  <I extends z.ZodType>() =>
  (raw: unknown) =>
    raw as z.input<I>;

const procedureOf = (meta: ProcedureMeta) => t.procedure.meta(meta);

/** A member's procedure: scope of the chosen bank, then the use case. */
export function bankQuery<I extends z.ZodType, O extends z.ZodType>(useCase: UseCase<'bank', I, O>) {
  return procedureOf(useCase)
    .input(passing<I>())
    .query(({ ctx, input }) =>
      withRefusals(async () => useCase(ctx.outside, await bankScope(ctx), input as z.input<I>)),
    );
}

export function bankMutation<I extends z.ZodType, O extends z.ZodType>(useCase: UseCase<'bank', I, O>) {
  return procedureOf(useCase)
    .input(passing<I>())
    .mutation(({ ctx, input }) =>
      withRefusals(async () => useCase(ctx.outside, await bankScope(ctx), input as z.input<I>)),
    );
}

/** An auditor's procedure. Always a mutation: looking is recorded, so a refresh or a prefetch must not look. */
export function auditorMutation<I extends z.ZodType, O extends z.ZodType>(useCase: UseCase<'auditor', I, O>) {
  return procedureOf(useCase)
    .input(passing<I>())
    .mutation(({ ctx, input }) =>
      withRefusals(async () => useCase(ctx.outside, await auditorScope(ctx), input as z.input<I>)),
    );
}

/** A respondent's procedure: the scope is that of `input.assessmentId`, from a grant that is live now. */
export function respondentQuery<I extends z.ZodType, O extends z.ZodType>(useCase: UseCase<'respondent', I, O>) {
  return procedureOf(useCase)
    .input(passing<I>())
    .query(({ ctx, input }) =>
      withRefusals(async () => useCase(ctx.outside, await respondentScope(ctx, input), input as z.input<I>)),
    );
}

export function respondentMutation<I extends z.ZodType, O extends z.ZodType>(useCase: UseCase<'respondent', I, O>) {
  return procedureOf(useCase)
    .input(passing<I>())
    .mutation(({ ctx, input }) =>
      withRefusals(async () => useCase(ctx.outside, await respondentScope(ctx, input), input as z.input<I>)),
    );
}

/** A respondent's procedure of more than one step, each a use case of its own; `run` gets the input as it was sent. */
export function respondentSteps<I extends z.ZodType, R>(
  action: Action<'respondent'>,
  input: I,
  run: (ctx: RequestContext, scope: ScopeByAudience['respondent'], raw: z.input<I>) => Promise<R>,
) {
  return procedureOf({ audience: 'respondent', action, input })
    .input(passing<I>())
    .mutation(({ ctx, input: raw }) =>
      withRefusals(async () => run(ctx, await respondentScope(ctx, raw), raw as z.input<I>)),
    );
}

/** A procedure of the respondent organisation that the signed-in person belongs to. */
export function organisationQuery<I extends z.ZodType, O extends z.ZodType>(useCase: UseCase<'organisation', I, O>) {
  return procedureOf(useCase)
    .input(passing<I>())
    .query(({ ctx, input }) =>
      withRefusals(async () => useCase(ctx.outside, await organisationScope(ctx), input as z.input<I>)),
    );
}

export function organisationMutation<I extends z.ZodType, O extends z.ZodType>(useCase: UseCase<'organisation', I, O>) {
  return procedureOf(useCase)
    .input(passing<I>())
    .mutation(({ ctx, input }) =>
      withRefusals(async () => useCase(ctx.outside, await organisationScope(ctx), input as z.input<I>)),
    );
}

/** The doorstep. Always a mutation: a link's token must not stand in a URL. */
export function entryMutation<I extends z.ZodType, O extends z.ZodType>(entry: EntryCase<I, O>) {
  return procedureOf(entry)
    .input(passing<I>())
    .mutation(({ ctx, input }) =>
      withRefusals(async () => {
        const now = ctx.outside.clock.now();
        const parsed = parseInput(entry.input, input);
        const { locale, cookies, setCookie, outside } = ctx;
        return entry.output.parse(await entry.run({ now, locale, cookies, setCookie, wake: outside.wake }, parsed));
      }),
    );
}

export async function memberScope(ctx: RequestContext) {
  return mintMemberScope(ctx.cookies.member, ctx.outside.clock.now());
}

export async function bankScope(ctx: RequestContext) {
  const scope = await memberScope(ctx);
  if (scope.audience !== 'bank') throw new Refusal('not-permitted', {});
  return scope;
}

export async function auditorScope(ctx: RequestContext) {
  const scope = await memberScope(ctx);
  if (scope.audience !== 'auditor') throw new Refusal('not-permitted', {});
  return scope;
}

export async function respondentScope(ctx: RequestContext, input: unknown) {
  const assessmentId =
    typeof input === 'object' && input !== null && 'assessmentId' in input ? input.assessmentId : undefined;
  if (typeof assessmentId !== 'string' || !/^[0-9a-f-]{36}$/i.test(assessmentId))
    throw new Refusal('input-invalid', { fields: 'assessmentId' });
  const { scope } = await mintAssessmentScope(ctx.cookies.respondent, assessmentId, ctx.outside.clock.now());
  return scope;
}

async function organisationScope(ctx: RequestContext) {
  const scope = await organisationScopeOf(ctx.cookies.respondent, ctx.outside.clock.now());
  if (!scope) throw new Refusal('organisation-none', {});
  return scope;
}
