import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Message } from './message';
import { listPage, messagePage, missingPage, STYLE } from './page';

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;
const MAX_BODY_BYTES = 10_000;

const failSchema = z.strictObject({
  address: z.string().min(3),
  /** Null takes mail to the address again. */
  code: z.number().int().min(400).max(599).nullable(),
});

interface Shown {
  messages: readonly Message[];
  fail(address: string, code: number | null): void;
}

/** One request: pages under /, JSON under /api. Another site can't reach it by a name of its own (DNS rebinding). */
export function answer(shown: Shown, request: IncomingMessage, response: ServerResponse): void {
  const send = (status: number, type: string, body: string) =>
    response.writeHead(status, { ...HEADERS, 'Content-Type': `${type}; charset=utf-8` }).end(body);
  if (!LOOPBACK.test(request.headers.host ?? '')) {
    send(421, 'text/plain', 'loopback only\n');
    return;
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const to = url.searchParams.get('to') ?? '';
  const newestFirst = () =>
    shown.messages
      .filter((message) => to === '' || message.to.some((address) => address.toLowerCase() === to.toLowerCase()))
      .toReversed();

  if (request.method === 'POST' && url.pathname === '/api/fail') {
    takeJson(request).then(
      (body) => {
        const order = failSchema.safeParse(body);
        if (order.success) shown.fail(order.data.address, order.data.code);
        send(order.success ? 204 : 400, 'application/json', '');
      },
      () => send(400, 'application/json', ''),
    );
  } else if (request.method !== 'GET' && request.method !== 'HEAD') {
    send(405, 'text/plain', '');
  } else if (url.pathname === '/') {
    send(200, 'text/html', listPage(newestFirst(), to));
  } else if (url.pathname === '/style.css') {
    send(200, 'text/css', STYLE);
  } else if (url.pathname === '/api/messages') {
    send(200, 'application/json', JSON.stringify({ messages: newestFirst() }));
  } else {
    const id = /^\/messages\/(\d+)$/.exec(url.pathname)?.[1];
    const message = shown.messages.find((candidate) => String(candidate.id) === id);
    send(message ? 200 : 404, 'text/html', message ? messagePage(message) : missingPage());
  }
}

/** JSON by its declared type only: a page of another site can't send that without asking first. */
async function takeJson(request: IncomingMessage): Promise<unknown> {
  if (!request.headers['content-type']?.startsWith('application/json'))
    throw new TypeError('application/json expected');
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_BODY_BYTES) throw new RangeError('too long');
  }
  return JSON.parse(text);
}
