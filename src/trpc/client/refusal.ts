'use client';

import { TRPCClientError } from '@trpc/client';
import { useTranslations } from 'next-intl';
import { isRefusalCode, type RefusalCode } from '@/domain/refusal';

export interface ClientRefusal {
  code: RefusalCode;
  params: Record<string, unknown>;
}

/** The refusal in a failed call; null when the call failed without one (offline, server down). */
export function refusalOf(error: unknown): ClientRefusal | null {
  if (!(error instanceof TRPCClientError)) return null;
  return refusalIn(error.data);
}

/** The refusal that an answer bears, as procedures and file routes send it; null when it bears none. */
export function refusalIn(answer: unknown): ClientRefusal | null {
  const refusal = (answer as { refusal?: { code?: unknown; params?: unknown } | null } | null | undefined)?.refusal;
  if (!refusal || typeof refusal.code !== 'string' || !isRefusalCode(refusal.code)) return null;
  return { code: refusal.code, params: (refusal.params ?? {}) as Record<string, unknown> };
}

/** What a call is refused with once the session has ended: asking for the code again mends it. */
export const SIGNED_OUT: readonly RefusalCode[] = ['signed-out', 'session-idle', 'not-introduced'];

export function isSignedOut(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal !== null && SIGNED_OUT.includes(refusal.code);
}

/** The sentence for a failed call, in the reader's language: what happened and what to do next. */
export function useRefusalText(): (error: unknown) => string {
  const sentence = useRefusalSentence();
  const ui = useTranslations('ui');
  return (error) => {
    const refusal = refusalOf(error);
    return refusal ? sentence(refusal) : ui('failure.unreachable');
  };
}

/** The sentence for a refusal at hand. */
export function useRefusalSentence(): (refusal: ClientRefusal) => string {
  const refusals = useTranslations('refusals');
  return (refusal) => {
    const values = Object.fromEntries(
      Object.entries(refusal.params).map(([key, value]) => [key, typeof value === 'number' ? value : String(value)]),
    );
    return refusals(refusal.code, values);
  };
}
