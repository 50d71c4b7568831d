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
  const refusal = (error.data as { refusal?: { code?: unknown; params?: unknown } | null } | undefined)?.refusal;
  if (!refusal || typeof refusal.code !== 'string' || !isRefusalCode(refusal.code)) return null;
  return { code: refusal.code, params: (refusal.params ?? {}) as Record<string, unknown> };
}

/** The sentence for a failed call, in the reader's language: what happened and what to do next. */
export function useRefusalText(): (error: unknown) => string {
  const refusals = useTranslations('refusals');
  const ui = useTranslations('ui');
  return (error) => {
    const refusal = refusalOf(error);
    if (!refusal) return ui('failure.unreachable');
    const values = Object.fromEntries(
      Object.entries(refusal.params).map(([key, value]) => [key, typeof value === 'number' ? value : String(value)]),
    );
    return refusals(refusal.code, values);
  };
}
