import { devNull } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { COOKIES } from '@/auth/cookies';
import { STANDALONE } from '../product/build';
import { type Supervised, supervise, typescriptProgram } from '../product/supervise';
import { compare, type Row } from './measure';
import { type AnswerLine, contentOf, textOf } from './save-answer';

const ROUNDS = 300;
const READY_WITHIN_MS = 30_000;

/**
 * The procedure over HTTP, on the built web server as it is served to browsers (the framework, pinning, session, grant and scope
 * included), against a bare node:http server that does the save's statements. Each is a process of its own.
 */
export async function benchSaveAnswerHttp(
  ports: { web: number; bare: number },
  sessionToken: string,
  lines: { ours: AnswerLine; baseline: AnswerLine },
  complain: (line: string) => void,
): Promise<Row> {
  const { ours, baseline } = lines;
  const origin = `http://localhost:${ports.web}`;
  const env = { ...process.env, NODE_ENV: 'production', PORT: String(ports.web), HOSTNAME: '127.0.0.1' } as const;
  const program = typescriptProgram(new URL('./bare-server.ts', import.meta.url));
  const servers: Supervised[] = [
    supervise({ name: 'web', args: ['server.js'], cwd: resolve(STANDALONE), env, log: devNull }, complain),
    supervise(
      { name: 'bare', args: [...program, String(ports.bare)], cwd: process.cwd(), env, log: devNull },
      complain,
    ),
  ];
  try {
    const words = { 'content-type': 'application/json' };
    const headers = { ...words, origin, cookie: `${COOKIES.respondent}=${sessionToken}` };
    await ready(`${origin}/icon.svg`);
    await ready(`http://127.0.0.1:${ports.bare}`, JSON.stringify({ place: baseline, words: textOf(0) }));
    return await compare(
      'save-answer-http',
      ROUNDS,
      async (round) => {
        const { assessmentId, itemId, version } = ours;
        const input = { assessmentId, itemId, version, content: contentOf(round) };
        await post(`${origin}/api/trpc/respondent.answers.save`, headers, JSON.stringify({ json: input }));
        ours.version += 1;
      },
      (round) =>
        post(`http://127.0.0.1:${ports.bare}`, words, JSON.stringify({ place: baseline, words: textOf(round) })),
    );
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function post(url: string, headers: Record<string, string>, body: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers, body });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${answer.slice(0, 300)}`);
}

async function ready(url: string, body: string | null = null): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      const response = await fetch(url, { method: body === null ? 'GET' : 'POST', body });
      await response.arrayBuffer();
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await pause(100);
    }
  }
}
