import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '@/adapters/clock';
import { COOKIES } from '@/auth/cookies';
import { identityTransaction } from '@/auth/doors';
import { introduce, requireRespondentSession, startRespondentSession } from '@/auth/respondent-session';
import { foundTestBank, launchTestCampaign, testOutside, vendorItems } from '@/usecases/testing/bank-fixture';
import { clientOf, edit } from './editor';
import { foreignWorkbook, HOSTILE_FILES, type HostileFile } from './hostile-files';
import { seeded } from './seeded';
import { webServer } from './web-server';

const MEBIBYTE = 1024 * 1024;
const MAX_MEGABYTES = 256;
const MAX_MS = 5_000;
const LOOK_EVERY_MS = 10;

interface FilesReport {
  name: 'files';
  files: number;
  /** How often each answer was given. */
  answers: Record<string, number>;
  slowest: { file: string; ms: number };
  /** By how much the web process grew at most while a file was in it. */
  largest: { file: string; megabytes: number };
  /** Saves by somebody else meanwhile, all acknowledged. */
  saves: number;
  seconds: number;
  problems: string[];
}

/**
 * Uploads hostile files, one after the other, to the built web server as filled-in forms, while somebody else saves
 * answers all the time. `count` picks that many by the seed; all without it.
 */
export async function tortureFiles(
  urls: { ownerUrl: string; webPort: number },
  plan: { count?: number; seed: number },
): Promise<FilesReport> {
  const outside = { ...testOutside(), clock: systemClock };
  const now = systemClock.now();
  const slug = `files${plan.seed}`;
  const bank = await foundTestBank(urls, { slug, vendors: 2, now });
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2100-03-31' });
  const [first = '', second = ''] = assessmentIds;
  const itemIds = (await vendorItems(bank, campaignId)).map(({ id }) => id);
  const origin = `http://localhost:${urls.webPort}`;
  const web = webServer(urls.webPort);
  const began = Date.now();
  const files = chosen(plan);
  const problems: string[] = [];
  const answers: Record<string, number> = {};
  let slowest = { file: '', ms: 0 };
  let largest = { file: '', megabytes: 0 };
  await web.start();
  try {
    let over = false;
    const other = await signIn(`contact2@${slug}-vendor.example`, now);
    let turn = 0;
    const saving = edit(clientOf(origin, other), {
      name: '他社の人',
      assessmentId: second,
      count: Number.MAX_SAFE_INTEGER,
      pick: () => itemIds[turn++ % itemIds.length] ?? '',
      ended: () => over,
      saved: () => undefined,
    });
    const token = await signIn(`contact1@${slug}-vendor.example`, now);
    for (const file of files) {
      const bytes = file.make();
      const before = web.memory();
      const watch = watchMemory(() => web.memory());
      const start = performance.now();
      const answer = await upload(origin, { assessmentId: first, token }, bytes).catch((error) => String(error));
      const ms = Math.round(performance.now() - start);
      const megabytes = Math.round(Math.max(0, (await watch.stop()) - before) / MEBIBYTE);
      answers[answer] = (answers[answer] ?? 0) + 1;
      if (ms > slowest.ms) slowest = { file: file.name, ms };
      if (megabytes > largest.megabytes) largest = { file: file.name, megabytes };
      if (!/^[a-z-]+$/.test(answer)) problems.push(`${file.name}: ${answer}`);
      if (ms > MAX_MS) problems.push(`${file.name}: took ${ms} ms`);
      if (megabytes > MAX_MEGABYTES) problems.push(`${file.name}: took ${megabytes} MB`);
      if (!web.alive()) {
        problems.push(`${file.name}: ended the web server`);
        await web.start();
      }
    }
    over = true;
    const record = await saving;
    const lost = record.sent.filter(({ unanswered }) => unanswered > 0).length;
    if (lost > 0) problems.push(`${lost} saves of somebody else got no answer`);
    problems.push(...record.strange.map((each) => `somebody else was told: ${each}`));
    // Where the reader could not be started every file would be called damaged.
    const reached = await upload(origin, { assessmentId: first, token }, foreignWorkbook());
    if (reached !== 'form-foreign') problems.push(`a sound workbook of somebody else’s was called ${reached}`);
    if (record.sent.length < files.length) problems.push(`only ${record.sent.length} saves went through meanwhile`);
    const seconds = Math.round((Date.now() - began) / 100) / 10;
    return {
      name: 'files',
      files: files.length,
      answers,
      slowest,
      largest,
      saves: record.sent.length,
      seconds,
      problems,
    };
  } finally {
    await web.kill();
  }
}

function chosen({ count, seed }: { count?: number; seed: number }): readonly HostileFile[] {
  if (count === undefined) return HOSTILE_FILES;
  const random = seeded(seed);
  return HOSTILE_FILES.map((file) => ({ file, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ file }) => file);
}

/** The refusal's code, 'taken' when the file was let in, or what came instead of an answer of the product's. */
async function upload(
  origin: string,
  { assessmentId, token }: { assessmentId: string; token: string },
  bytes: Uint8Array,
): Promise<string> {
  const body = new FormData();
  body.set('file', new File([new Uint8Array(bytes)], '回答用シート.xlsx'));
  const response = await fetch(`${origin}/api/assessments/${assessmentId}/filled-forms`, {
    method: 'POST',
    headers: { origin, cookie: `${COOKIES.respondent}=${token}` },
    body,
  });
  const said = await response.text();
  if (response.status >= 500 || !said.startsWith('{')) return `${response.status} ${said.slice(0, 80)}`;
  return (JSON.parse(said) as { refusal?: { code: string } }).refusal?.code ?? 'taken';
}

function watchMemory(memory: () => number): { stop(): Promise<number> } {
  let most = 0;
  let over = false;
  const looking = (async () => {
    while (!over) {
      most = Math.max(most, memory());
      await pause(LOOK_EVERY_MS);
    }
  })();
  return {
    async stop() {
      over = true;
      await looking;
      return most;
    },
  };
}

async function signIn(address: string, now: Date): Promise<string> {
  return identityTransaction(async (tx) => {
    const { token } = await startRespondentSession(tx, address, now);
    await introduce(tx, await requireRespondentSession(tx, token, now), { name: '田中', department: '開発部' });
    return token;
  });
}
