import type { z } from 'zod';
import { isRefusalCode, Refusal } from '@/domain/refusal';

/**
 * Parses untrusted input. A schema's issue may name a refusal of its own (its message, with `params` as free text
 * gives them); anything else is `input-invalid` with the fields concerned.
 */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    if (isRefusalCode(issue.message)) throw new Refusal(issue.message, issue.code === 'custom' ? issue.params : {});
  }
  throw new Refusal('input-invalid', { fields: parsed.error.issues.map((issue) => issue.path.join('.')).join(', ') });
}
