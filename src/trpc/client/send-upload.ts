'use client';

import { isRefusalCode } from '@/domain/refusal';
import type { ClientRefusal } from './refusal';

/**
 * Posts a form with a file to a file route. Returns the refusal, null when it was taken; throws when nothing came back
 * that we can read (offline, server down).
 */
export async function sendUpload(path: string, form: FormData): Promise<ClientRefusal | null> {
  const response = await fetch(path, { method: 'POST', body: form });
  if (response.ok) return null;
  const answer = (await response.json()) as { refusal?: { code?: unknown; params?: unknown } };
  const { code, params } = answer.refusal ?? {};
  if (typeof code !== 'string' || !isRefusalCode(code)) throw new Error('no refusal came back');
  return { code, params: (params ?? {}) as Record<string, unknown> };
}
