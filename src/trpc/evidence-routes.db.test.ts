import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EICAR } from '@/adapters/antivirus/clamd.fixture';
import { noScanner } from '@/adapters/antivirus/no-scanner';
import { type Scanner, ScannerUnavailable } from '@/adapters/antivirus/scanner';
import { folderStore } from '@/adapters/files/folder-store';
import { identityTransaction } from '@/auth/doors';
import { startMemberSession } from '@/auth/member-session';
import { introduce, requireRespondentSession, startRespondentSession } from '@/auth/respondent-session';
import { auditEvent } from '@/db/schema/record';
import { EVIDENCE_FOLDER } from '@/domain/evidence-key';
import { madeZip } from '@/domain/made-zip.fixture';
import { env } from '@/env';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { downloadEvidence } from '@/usecases/evidence/download-evidence';
import { openWorkspace } from '@/usecases/responses/open-workspace';
import { showReview } from '@/usecases/reviews/show-review';
import { answerAll, submitAll } from '@/usecases/testing/answers-fixture';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  type TestBank,
  testOutside,
  vendorItems,
} from '@/usecases/testing/bank-fixture';
import type { RequestContext } from './context';
import { sendEvidence, sendSubmittedEvidence, takeEvidence } from './evidence-routes';

const outside = testOutside(new Date());
let database: TestDatabase;
let bank: TestBank;
let assessmentId: string;
let itemId: string;
let itemIds: string[];
let vendor: RequestContext;
let viewer: RequestContext;

beforeAll(async () => {
  database = await testDatabase();
  const now = outside.clock.now();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1, now });
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2099-12-25' });
  assessmentId = assessmentIds[0] ?? '';
  itemIds = (await vendorItems(bank, campaignId)).map((item) => item.id);
  itemId = itemIds[0] ?? '';
  const [respondent, member] = await identityTransaction(async (tx) => {
    const { token } = await startRespondentSession(tx, 'contact1@aoba-vendor.example', now);
    await introduce(tx, await requireRespondentSession(tx, token, now), { name: '田中', department: '室' });
    const { userId } = bank.members.viewer;
    return [token, (await startMemberSession(tx, { userId, tenantId: bank.tenantId, now })).token];
  });
  const context = { outside, locale: 'ja' as const, setCookie: () => undefined };
  vendor = { ...context, cookies: { member: null, respondent, browser: null } };
  viewer = { ...context, cookies: { member, respondent: null, browser: null } };
});
afterAll(() => database.drop());

/** Finds EICAR and nothing else. */
const finder: Scanner = {
  scan: async (content) => ((await buffer(content)).includes(EICAR) ? 'infected' : 'clean'),
};
const silent: Scanner = {
  scan: async (content) => {
    content.destroy();
    throw new ScannerUnavailable('no verdict');
  },
};

async function send(
  fileName: string,
  content: Uint8Array | string,
  options: { scanner?: Scanner; fields?: Record<string, string>; head?: string } = {},
) {
  const head = options.head ?? `form-data; name="file"; filename="${fileName}"`;
  const fields = { itemId, validFrom: '', validTo: '', ...options.fields };
  const parts = Object.entries(fields).map(
    ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = Buffer.concat([
    Buffer.from(`${parts.join('')}--b\r\nContent-Disposition: ${head}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n--b--\r\n'),
  ]);
  const headers = { host: 'localhost:3000', 'content-type': 'multipart/form-data; boundary=b' };
  const request = new Request('http://localhost/', { method: 'POST', body, headers });
  const desk = { files: folderStore(env().EVIDENCE_DIR ?? ''), scanner: options.scanner ?? noScanner };
  const response = await takeEvidence(vendor, assessmentId, request, desk);
  const answer = (await response.json()) as {
    file?: { evidenceId: string; fileName: string; sha256: string; scan: string; validTo: string | null };
    known?: boolean;
    refusal?: { code: string; params: Record<string, unknown> };
  };
  return { status: response.status, ...answer };
}
const pdf = (text: string) => `%PDF-1.7\n${text}`;

/** Puts other bytes of the same length where a file's lie. */
async function overwrite({ storageKey, mediaType, size }: Awaited<ReturnType<typeof downloadEvidence>>) {
  const other = Readable.from([Buffer.alloc(size, 1)]);
  await folderStore(env().EVIDENCE_DIR ?? '').put(storageKey, other, { mediaType, size });
}

/** What the chain says of the stored bytes of a file. */
async function eventsAbout(evidenceId: string): Promise<string[]> {
  const rows = await bank.system.transaction((tx) =>
    tx.select({ kind: auditEvent.kind, bytes: auditEvent.bytes }).from(auditEvent).orderBy(auditEvent.seq),
  );
  return rows
    .filter(({ kind, bytes }) => /^evidence\.(altered|restored)$/.test(kind) && bytes.includes(evidenceId))
    .map(({ kind }) => kind);
}

async function stored(): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of folderStore(env().EVIDENCE_DIR ?? '').list(EVIDENCE_FOLDER)) keys.push(key);
  return keys;
}

describe('an upload of evidence', () => {
  it('is kept under a key of the server’s own, and the same again is the same file', async () => {
    const once = await send('規程.pdf', pdf('一'), { fields: { validTo: '2027-03-31' } });
    expect(once).toMatchObject({ status: 200, known: false, file: { scan: 'not_scanned', validTo: '2027-03-31' } });
    expect(once.file?.sha256).toBe(createHash('sha256').update(pdf('一')).digest('hex'));
    const keys = await stored();
    const again = await send('../../規程.pdf', pdf('一'));
    expect(again).toMatchObject({ status: 200, known: true, file: { evidenceId: once.file?.evidenceId } });
    expect(await stored()).toEqual(keys);
    expect(keys).toEqual([expect.stringMatching(/^evidence\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/)]);
  });

  it('takes the place of bytes that are no longer what was handed in, which is told until then', async () => {
    const lines: string[] = [];
    const written = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    const lead = await respondentOf(bank, assessmentId);
    const { file } = await send('台帳.pdf', pdf('台帳'));
    const named = { assessmentId, evidenceId: file?.evidenceId ?? '' };
    await overwrite(await downloadEvidence(outside, lead, named));
    await expect((await sendEvidence(vendor, named)).arrayBuffer()).rejects.toThrow('not what was kept');
    written.mockRestore();
    const told = lines
      .filter((line) => line.includes('a stored file is not what was kept'))
      .map((line) => JSON.parse(line));
    expect(told).toMatchObject([{ level: 'error', evidenceId: named.evidenceId }]);
    expect(lines.join('')).not.toContain('台帳');
    const alteredAt = async () => {
      const { evidence } = await openWorkspace(outside, lead, { assessmentId });
      return evidence.find(({ evidenceId }) => evidenceId === named.evidenceId)?.alteredAt;
    };
    expect(await alteredAt()).toEqual(outside.clock.now());
    expect(await send('台帳.pdf', pdf('台帳'))).toMatchObject({ known: true, file: { evidenceId: named.evidenceId } });
    expect(await alteredAt()).toBeNull();
    expect(await (await sendEvidence(vendor, named)).text()).toBe(pdf('台帳'));
    expect(await eventsAbout(named.evidenceId)).toEqual(['evidence.altered', 'evidence.restored']);
  });

  it('is refused before it is stored: an infected one, one that no scanner could look at, one of another kind', async () => {
    const keys = await stored();
    const codes = async (name: string, content: Uint8Array | string, scanner?: Scanner) =>
      (await send(name, content, scanner && { scanner })).refusal?.code;
    expect(await codes('eicar.txt', EICAR, finder)).toBe('evidence-infected');
    expect(await codes('a.pdf', pdf('二'), silent)).toBe('evidence-scan-failed');
    expect(await codes('a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')).toBe(
      'evidence-kind-refused',
    );
    expect(await codes('a.html', '<script>alert(1)</script>')).toBe('evidence-kind-refused');
    expect(await codes('a.pdf', '<html><script>alert(1)</script>')).toBe('evidence-kind-refused');
    expect(await codes('図.zip', madeZip([{ name: '図.pdf', encrypted: true }]))).toBe('evidence-encrypted-zip');
    expect((await send('a.zip', madeZip([{ name: '../a.txt' }]))).refusal).toEqual({
      code: 'evidence-zip-path',
      params: { name: '../a.txt' },
    });
    expect(await stored()).toEqual(keys);
    expect(await send('a.pdf', pdf('三'), { scanner: finder })).toMatchObject({ file: { scan: 'clean' } });
  });

  it.each([
    ['報告\u202Efdp.pdf', '報告fdp.pdf'],
    ['..\\..\\報告.pdf', '報告.pdf'],
    ['／etc／報告.pdf', '／etc／報告.pdf'],
    ['報告\u0000\u0007.pdf', '報告.pdf'],
  ])('is called %j without what hides or leads elsewhere', async (sent, kept) => {
    expect(await send(sent, pdf(sent))).toMatchObject({ status: 200, file: { fileName: kept } });
  });

  it('whose name breaks lines breaks no header', async () => {
    const name = `報告%0D%0ASet-Cookie: a=b.pdf`;
    const { file } = await send(name, pdf('行'));
    const response = await sendEvidence(vendor, { assessmentId, evidenceId: file?.evidenceId ?? '' });
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="export\.pdf"; filename\*=UTF-8''[\w%.-]+$/,
    );
  });

  it('of rubbish, for nothing, for an item beyond the scope or with days in the wrong order is refused by name', async () => {
    expect(await send('a.pdf', '')).toMatchObject({ status: 400, refusal: { code: 'upload-missing' } });
    const of = (fields: Record<string, string>) => send('a.pdf', pdf('四'), { fields });
    expect(await of({ itemId: 'x' })).toMatchObject({ refusal: { code: 'input-invalid' } });
    expect(await of({ itemId: bank.tenantId })).toMatchObject({ status: 404, refusal: { code: 'not-found' } });
    expect(await of({ validFrom: '2027-02-30' })).toMatchObject({ refusal: { code: 'input-invalid' } });
    expect(await of({ validFrom: '2027-03-01', validTo: '2027-02-01' })).toMatchObject({
      refusal: { code: 'validity-reversed' },
    });
  });
});

describe('a file', () => {
  it('comes to the bank byte by byte once it is submitted, as an attachment that no page opens', async () => {
    const content = pdf('証跡'.repeat(50_000));
    const { file } = await send('証跡.pdf', content);
    const evidenceId = file?.evidenceId ?? '';
    const before = await sendSubmittedEvidence(viewer, evidenceId);
    expect([before.status, await before.text()]).toEqual([404, 'not-found']);
    const lead = await respondentOf(bank, assessmentId);
    await answerAll(outside, lead);
    await submitAll(outside, lead);
    const response = await sendSubmittedEvidence(viewer, evidenceId);
    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(content))).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(/^attachment; /),
      digest: `sha-256=${createHash('sha256').update(content).digest('base64')}`,
    });
    expect(await send('遅れ.pdf', pdf('五'))).toMatchObject({ refusal: { code: 'assessment-submitted' } });
  });

  it.each(['changed', 'went'] as const)(
    'whose bytes %s in the store never looks whole, and the bank is told',
    async (fate) => {
      const lead = await respondentOf(bank, assessmentId);
      const { evidence } = await openWorkspace(outside, lead, { assessmentId });
      const file = evidence.find((each) => each.itemIds.includes(itemId) && each.alteredAt === null);
      const { evidenceId } = file ?? { evidenceId: '' };
      const listed = async () => {
        const { items } = await showReview(outside, bank.members.viewer, { assessmentId });
        return items.flatMap((item) => item.evidence).find((each) => each.evidenceId === evidenceId)?.alteredAt;
      };
      expect(await listed()).toBeNull();
      const before = await eventsAbout(evidenceId);
      const held = await downloadEvidence(outside, lead, { assessmentId, evidenceId });
      if (fate === 'changed') await overwrite(held);
      else await folderStore(env().EVIDENCE_DIR ?? '').remove(held.storageKey);
      for (const _again of [1, 2]) {
        const response = await sendSubmittedEvidence(viewer, evidenceId);
        if (fate === 'changed') await expect(response.arrayBuffer()).rejects.toThrow('not what was kept');
        else expect([response.status, await response.text()]).toEqual([404, 'not-found']);
      }
      expect(await listed()).toEqual(outside.clock.now());
      expect(await eventsAbout(evidenceId)).toEqual([...before, 'evidence.altered']);
    },
  );
});
