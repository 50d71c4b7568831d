import type { z } from 'zod';
import { appRouter } from '@/trpc/root';

interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
}

interface Meta {
  audience: string;
  kind: 'command' | 'query';
  output: z.ZodType;
}

/**
 * Every procedure that looks and answers with rows: a query, or anything of an auditor's, whose answer bears a list of
 * objects at its top or one step below. Throws when there is none.
 */
export function readLists(): string[] {
  const record = appRouter._def.procedures as unknown as Record<string, { _def: { meta?: Meta } }>;
  const found = Object.entries(record).flatMap(([path, procedure]) => {
    const { meta } = procedure._def;
    if (!meta) throw new Error(`${path} says neither audience nor action`);
    return (meta.kind === 'query' || meta.audience === 'auditor') && bearsRows(meta.output) ? [path] : [];
  });
  if (found.length === 0) throw new Error('no list was read');
  return found;
}

/** Whether an answer of this shape holds a list of objects, at most `steps` objects deep. */
export function bearsRows(schema: z.ZodType, steps = 2): boolean {
  const def = schema.def as unknown as Def;
  if (def.type === 'nullable' || def.type === 'optional') {
    return def.innerType !== undefined && bearsRows(def.innerType, steps);
  }
  if (def.type === 'array') return (def.element?.def as Def | undefined)?.type === 'object';
  if (def.type !== 'object' || steps === 0) return false;
  return Object.values(def.shape ?? {}).some((member) => bearsRows(member, steps - 1));
}
