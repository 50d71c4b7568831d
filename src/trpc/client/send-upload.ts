'use client';

import { type ClientRefusal, refusalIn } from './refusal';

/**
 * Posts a form with a file to a file route. Returns the refusal, null when it was taken; throws when nothing came back
 * that we can read (offline, server down).
 */
export async function sendUpload(path: string, form: FormData): Promise<ClientRefusal | null> {
  const response = await fetch(path, { method: 'POST', body: form });
  if (response.ok) return null;
  const refusal = refusalIn(await response.json());
  if (refusal === null) throw new Error('no refusal came back');
  return refusal;
}
