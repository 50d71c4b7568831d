'use client';

import { isRefusalCode, type RefusalCode } from '@/domain/refusal';

/** What came of a call to the doorstep of single sign-on; `refused` is 'unreachable' when nothing came back to read. */
export type SignOnAnswer<T> = T | { refused: RefusalCode | 'unreachable' };

async function post<T>(path: string, body: unknown, read: (answer: Record<string, unknown>) => T | null) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    const done = response.ok ? read(answer) : null;
    if (done !== null) return done;
    const { code } = (answer.refusal ?? {}) as { code?: unknown };
    return { refused: typeof code === 'string' && isRefusalCode(code) ? code : ('unreachable' as const) };
  } catch {
    return { refused: 'unreachable' as const };
  }
}

/** Where a bank's own provider signs its people in. */
export function askForProvider(bank: string): Promise<SignOnAnswer<{ url: string }>> {
  return post(`/api/auth/signin/${encodeURIComponent(bank)}`, {}, ({ url }) =>
    typeof url === 'string' ? { url } : null,
  );
}

/** Hands in what the provider answered, as the address's fragment brought it. */
export function handInAnswer(bank: string, fragment: string): Promise<SignOnAnswer<{ auditor: boolean }>> {
  const answer = Object.fromEntries(new URLSearchParams(fragment));
  return post(`/api/auth/callback/${encodeURIComponent(bank)}`, answer, ({ auditor }) => ({
    auditor: auditor === true,
  }));
}
