'use client';

import { type ClientRefusal, refusalIn } from './refusal';

/**
 * Posts a form with a large file. `progress` hears which part of it has left, from 0 to 1. Resolves with what came back or
 * with the refusal; rejects when nothing came back that we can read (offline, server down) and when `signal` stops it.
 */
export function sendWithProgress(
  path: string,
  form: FormData,
  { progress, signal }: { progress: (part: number) => void; signal: AbortSignal },
): Promise<{ answer: unknown } | { refusal: ClientRefusal }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new Error('nothing came back'));
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onerror = fail;
    request.onabort = fail;
    request.onload = () => {
      const answer: unknown = request.response;
      const refusal = refusalIn(answer);
      if (refusal) resolve({ refusal });
      else if (request.status === 200) resolve({ answer });
      else fail();
    };
    signal.addEventListener('abort', () => request.abort());
    request.open('POST', path);
    request.responseType = 'json';
    request.send(form);
  });
}
