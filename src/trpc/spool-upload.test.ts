import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '@/usecases/testing/refusal-of';
import { spoolUpload } from './spool-upload';

const MEGABYTE = 1024 * 1024;
const LIMITS = { maxMegabytes: 1 };
const MISSING = { code: 'upload-missing', params: {} };
const TOO_LARGE = { code: 'upload-too-large', params: { megabytes: 1 } };

const given = process.env.TMPDIR;
const own = mkdtempSync(join(tmpdir(), 'tenken-spool-'));
beforeAll(() => {
  process.env.TMPDIR = own;
});
afterAll(() => {
  if (given === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = given;
  rmSync(own, { recursive: true });
});
afterEach(() => {
  expect(readdirSync(own), 'what stays behind').toEqual([]);
});

function formWith(files: readonly File[], fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append('file', file);
  return form;
}

/** As bytes: a form that is sent piece by piece throws out of turn in undici when nobody reads it to its end. */
async function posted(form: FormData): Promise<Request> {
  const written = new Response(form);
  const headers = { 'content-type': written.headers.get('content-type') ?? '' };
  return new Request('http://localhost/', { method: 'POST', body: await written.arrayBuffer(), headers });
}

const HEADERS = { 'content-type': 'multipart/form-data; boundary=b' };

function streamed(body: ReadableStream<Uint8Array> | string, signal?: AbortSignal, headers = HEADERS): Request {
  return new Request('http://localhost/', { method: 'POST', body, headers, signal, duplex: 'half' } as RequestInit);
}

const HEAD = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';
const TAIL = '\r\n--b--\r\n';

/** A form whose file is `megabytes` long, made as it is read; `each` is called before every piece. */
function formOf(megabytes: number, each: () => void = () => undefined): ReadableStream<Uint8Array> {
  let left = megabytes * 16;
  const text = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(text.encode(HEAD)),
    pull(controller) {
      each();
      if (left > 0) controller.enqueue(new Uint8Array(MEGABYTE / 16).fill(left));
      else {
        controller.enqueue(text.encode(TAIL));
        controller.close();
      }
      left -= 1;
    },
  });
}

const unused = () => Promise.reject(new Error('no work was to be done'));

describe('a large upload', () => {
  it('is whole on the disk with its name, size, hash and the fields beside it while the work lasts', async () => {
    const text = '証跡'.repeat(100_000);
    const file = new File([text], '../C:\\契約書\u202E 2026.pdf');
    const seen = await spoolUpload(
      await posted(formWith([file], { title: '契約書', __proto__x: '1' })),
      LIMITS,
      async (upload) => ({
        ...upload,
        whole: (await buffer(upload.open())).toString(),
        again: (await buffer(upload.open({ start: 3, end: 5 }))).toString(),
        folders: readdirSync(own).length,
      }),
    );
    expect(seen).toMatchObject({
      fileName: '契約書 2026.pdf',
      size: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex'),
      fields: { title: '契約書' },
      whole: text,
      again: '跡',
      folders: 1,
    });
  });

  it('of 50 MB is never held', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const held = () => {
      collectGarbage();
      return process.memoryUsage().arrayBuffers;
    };
    const before = held();
    let peak = 0;
    let pieces = 0;
    const body = formOf(50, () => {
      if (pieces++ % 100 === 0) peak = Math.max(peak, held() - before);
    });
    const size = await spoolUpload(streamed(body), { maxMegabytes: 50 }, async (upload) => upload.size);
    expect(size).toBe(50 * MEGABYTE);
    expect(peak).toBeLessThan(8 * MEGABYTE);
  }, 60_000);

  it('of exactly the limit is taken, and not one byte more', async () => {
    const sized = (bytes: number) => posted(formWith([new File([new Uint8Array(bytes)], 'a')]));
    expect(await spoolUpload(await sized(MEGABYTE), LIMITS, async ({ size }) => size)).toBe(MEGABYTE);
    expect(await refusalOf(spoolUpload(await sized(MEGABYTE + 1), LIMITS, unused))).toEqual(TOO_LARGE);
  });

  it('is stopped at the limit when it states no length and never ends', async () => {
    let pieces = 0;
    const body = formOf(1_000, () => {
      pieces += 1;
    });
    expect(await refusalOf(spoolUpload(streamed(body), LIMITS, unused))).toEqual(TOO_LARGE);
    expect(pieces).toBeLessThan(60);
    const stated = { ...HEADERS, 'content-length': '999999999' };
    expect(await refusalOf(spoolUpload(streamed('x', undefined, stated), LIMITS, unused))).toEqual(TOO_LARGE);
  });

  it('may not be none, two, empty, or under more fields or a longer one than a form of ours has', async () => {
    const two = [new File(['a'], 'a'), new File(['b'], 'b')];
    for (const files of [[], two, [new File([], 'a')]]) {
      expect(await refusalOf(spoolUpload(await posted(formWith(files)), LIMITS, unused))).toEqual(MISSING);
    }
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`f${at}`, 'x']));
    expect(await refusalOf(spoolUpload(await posted(formWith(two.slice(1), many)), LIMITS, unused))).toEqual(MISSING);
    const long = formWith(two.slice(1), { title: 'x'.repeat(40_000) });
    expect(await refusalOf(spoolUpload(await posted(long), LIMITS, unused))).toEqual(TOO_LARGE);
  });

  it('cut off after any byte is refused', async () => {
    const whole = `${HEAD}%PDF-1.7${TAIL}`;
    // The closing boundary's own line end may be missing.
    for (let length = 0; length < whole.length - '--\r\n'.length; length += 1) {
      expect(await refusalOf(spoolUpload(streamed(whole.slice(0, length)), LIMITS, unused)), `${length} bytes`).toEqual(
        MISSING,
      );
    }
    expect(await spoolUpload(streamed(whole), LIMITS, async ({ size }) => size)).toBe(8);
  });

  it.each([
    ['no form', 'x', { 'content-type': 'application/json' }],
    ['no boundary', 'x', { 'content-type': 'multipart/form-data; charset=x' }],
    ['another boundary', HEAD + TAIL, { 'content-type': 'multipart/form-data; boundary=c' }],
    ['a head without end', `--b\r\n${'X: y\r\n'.repeat(20_000)}`, HEADERS],
    ['a part that names nothing', '--b\r\n\r\nabc\r\n--b--\r\n', HEADERS],
    ['a part of another kind', '--b\r\nContent-Disposition: attachment; filename="a"\r\n\r\nabc\r\n--b--\r\n', HEADERS],
    [
      'a nested form',
      `--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\nabc\r\n--c--\r\n--b--\r\n`,
      HEADERS,
    ],
    ['noise', `\0\u001f--b--b\r\r\n\n--b\n${'--b\r\n'.repeat(1000)}`, HEADERS],
  ] as const)('that is %s is refused', async (_name, body, headers) => {
    const request = streamed(body, undefined, headers as typeof HEADERS);
    expect(await refusalOf(spoolUpload(request, LIMITS, unused))).toEqual(MISSING);
  });

  it('leaves nothing when the sender hangs up, the connection breaks, or the sender falls silent', async () => {
    const hangUp = new AbortController();
    let pieces = 0;
    const hung = formOf(1, () => {
      pieces += 1;
      if (pieces === 5) hangUp.abort();
    });
    expect(await refusalOf(spoolUpload(streamed(hung, hangUp.signal), LIMITS, unused))).toEqual(MISSING);

    const breaking = formOf(1, () => {
      pieces += 1;
      if (pieces > 8) throw new TypeError('terminated');
    });
    expect(await refusalOf(spoolUpload(streamed(breaking), LIMITS, unused))).toEqual(MISSING);

    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(`${HEAD}half`)),
    });
    expect(await refusalOf(spoolUpload(streamed(silent), { ...LIMITS, silenceMs: 50 }, unused))).toEqual(MISSING);
  });

  it('from another site, or for another host, is refused before it is read', async () => {
    process.env.TENKEN_URL = 'https://tenken.example';
    const foreign = { code: 'origin-refused', params: {} };
    for (const headers of [
      { ...HEADERS, host: 'evil.example' },
      { ...HEADERS, host: 'tenken.example', origin: 'https://evil.example' },
      { ...HEADERS, host: 'tenken.example', 'sec-fetch-site': 'cross-site' },
    ]) {
      const request = streamed(`${HEAD}x${TAIL}`, undefined, headers);
      expect(await refusalOf(spoolUpload(request, LIMITS, unused))).toEqual(foreign);
      expect(request.bodyUsed).toBe(false);
    }
    delete process.env.TENKEN_URL;
  });

  it('leaves nothing when the work with it fails, and says how it failed', async () => {
    const failing = spoolUpload(await posted(formWith([new File(['a'], 'a')])), LIMITS, () =>
      Promise.reject(new Error('full')),
    );
    await expect(failing).rejects.toThrow('full');
  });
});
