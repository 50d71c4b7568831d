import type { z } from 'zod';
import type { Audience } from '@/db/scope';
import type { Action } from '@/domain/access';
import { type Context, type Outside, requirePermission, type ScopeByAudience, type UseCase } from './command';
import { parseInput } from './parse-input';

/** As `command`, for looking only: no events, nothing written. */
export function query<A extends Audience, I extends z.ZodType, O extends z.ZodType, P = undefined>(definition: {
  audience: A;
  action: Action<A>;
  input: I;
  output: O;
  prepare?(outside: Outside, scope: ScopeByAudience[A], input: z.output<I>): Promise<P>;
  run(context: Context<A>, input: z.output<I>, prepared: P): Promise<z.input<O>>;
}): UseCase<A, I, O> {
  const execute = async (outside: Outside, scope: ScopeByAudience[A], raw: z.input<I>) => {
    const input = parseInput(definition.input, raw);
    requirePermission(scope, definition.action);
    const now = outside.clock.now();
    const prepared = (await definition.prepare?.(outside, scope, input)) as P;
    return definition.output.parse(
      await scope.transaction((tx) => definition.run({ tx, scope, now, linkHash: outside.linkHash }, input, prepared)),
    );
  };
  const { audience, action, input, output } = definition;
  return Object.assign(execute, { kind: 'query' as const, audience, action, input, output });
}
