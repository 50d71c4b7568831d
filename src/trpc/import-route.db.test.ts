import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { identityTransaction } from '@/auth/doors';
import { startMemberSession } from '@/auth/member-session';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { listImports } from '@/usecases/imports/list-imports';
import { showImport } from '@/usecases/imports/show-import';
import { foundTestBank, type TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import type { RequestContext } from './context';
import { receiveImport } from './import-route';

const sent = vi.hoisted(() => ({ statements: 0 }));

/** The driver's own hook sees every statement that goes to the server, whoever wrote it. */
vi.mock('postgres', async (importOriginal) => {
  const { default: postgres } = await importOriginal<{ default: typeof import('postgres') }>();
  const counting = (url: string, options: Parameters<typeof postgres>[1]) =>
    postgres(url, {
      ...options,
      debug: () => {
        sent.statements += 1;
      },
    });
  return { default: counting };
});

const outside = testOutside();
let database: TestDatabase;
let bank: TestBank;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
});
afterAll(() => database.drop());

async function contextOf(role: keyof TestBank['members'] | null): Promise<RequestContext> {
  const session =
    role === null
      ? null
      : await identityTransaction((tx) =>
          startMemberSession(tx, {
            userId: bank.members[role].userId,
            tenantId: bank.tenantId,
            now: outside.clock.now(),
          }),
        );
  return {
    outside,
    locale: 'ja',
    cookies: { member: session?.token ?? null, respondent: null, browser: null },
    setCookie: () => undefined,
  };
}

function posted(content: Uint8Array<ArrayBuffer> | null, fileName = '一覧.csv'): Request {
  const body = new FormData();
  if (content) body.set('file', new Blob([content]), fileName);
  return new Request('http://localhost/api/imports', { method: 'POST', body });
}
const FILE = new Uint8Array(Buffer.from('会社名\n青葉\n'));
const send = async (role: keyof TestBank['members'] | null, request = posted(FILE)) => {
  const response = await receiveImport(await contextOf(role), request);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('a posted table', () => {
  it('is kept for the worker under the name that it came with', async () => {
    const { status, body } = await send('operator', posted(FILE, '../秘密/一覧.csv'));
    expect(status).toBe(200);
    const importId = String(body.importId);
    expect(await showImport(outside, bank.members.viewer, { importId, show: 'all', page: 1 })).toMatchObject({
      fileName: '一覧.csv',
      state: 'planned',
      preview: null,
    });
    expect(outside.wakes.at(-1)).toEqual({ kind: 'import.work', payload: { tenantId: bank.tenantId, importId } });
  });

  it('is taken from administrators and operators alone', async () => {
    expect(await send('administrator')).toMatchObject({ status: 200 });
    expect(await send(null)).toMatchObject({ status: 401, body: { refusal: { code: 'signed-out' } } });
    for (const role of ['reviewer', 'approver', 'viewer'] as const)
      expect(await send(role)).toMatchObject({ status: 403, body: { refusal: { code: 'not-permitted' } } });
  });

  it('is refused in words without a file and beyond 10 MB', async () => {
    expect(await send('operator', posted(null))).toMatchObject({
      status: 400,
      body: { refusal: { code: 'upload-missing' } },
    });
    expect(await send('operator', posted(new Uint8Array(11 * 1024 * 1024)))).toMatchObject({
      body: { refusal: { code: 'upload-too-large', params: { megabytes: 10 } } },
    });
  });

  it('costs its lists the same number of statements however many there are', async () => {
    const cost = async () => {
      const before = sent.statements;
      await listImports(outside, bank.members.viewer, { kind: 'vendors', page: 1 });
      return sent.statements - before;
    };
    const few = await cost();
    for (let count = 0; count < 5; count += 1) await send('operator');
    expect(few).toBeGreaterThan(1);
    expect(await cost()).toBe(few);
  });
});
