import { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import { type Audience, ROLE_TABLE } from '@/domain/access';
import { Refusal } from '@/domain/refusal';
import type { RequestContext } from '@/trpc/context';
import { appRouter, createCaller } from '@/trpc/root';

export interface WalkedProcedure {
  path: string;
  type: 'query' | 'mutation';
  audience: Audience;
  action: string;
  input: z.ZodType;
}

/** Every procedure of the router. Throws when one lacks its meta or there is none at all. */
export function procedures(): WalkedProcedure[] {
  const record = appRouter._def.procedures as unknown as Record<
    string,
    { _def: { type: 'query' | 'mutation'; meta?: Omit<WalkedProcedure, 'path' | 'type'> } }
  >;
  const found = Object.entries(record).map(([path, procedure]) => {
    const { type, meta } = procedure._def;
    if (!meta) throw new Error(`${path} says neither audience nor action`);
    return { path, type, audience: meta.audience, action: meta.action, input: meta.input };
  });
  if (found.length === 0) throw new Error('no procedure was read');
  return found;
}

/** Procedures without a row in the role table, or with one of another audience. */
export function withoutRow(walked: readonly Pick<WalkedProcedure, 'path' | 'audience' | 'action'>[]): string[] {
  return walked
    .filter(({ audience, action }) => !Object.hasOwn(ROLE_TABLE[audience] ?? {}, action))
    .map(({ path, action }) => `${path} (${action}) has no row in the role table`);
}

/** What a caller learns: the answer, or the refusal and nothing else. */
export type Answer = { ok: unknown } | { code: string; refusal: string | null; params: string };

export async function call(context: RequestContext, path: string, input: unknown): Promise<Answer> {
  const caller = path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], createCaller(context));
  try {
    return { ok: await (caller as (input: unknown) => Promise<unknown>)(input) };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const refusal = error.cause instanceof Refusal ? error.cause : null;
    if (!refusal && error.code === 'INTERNAL_SERVER_ERROR') throw error.cause ?? error;
    return { code: error.code, refusal: refusal?.code ?? null, params: JSON.stringify(refusal?.params ?? {}) };
  }
}
