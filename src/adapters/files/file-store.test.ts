import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileCutShort, FileMissing, type FileStore } from './file-store';
import { folderStore } from './folder-store';
import { type S3Server, startS3 } from './s3-server.fixture';
import { s3Store } from './s3-store';

const MEGABYTE = 1024 * 1024;
const LARGE = 50 * MEGABYTE;

let root: string;
let s3: S3Server;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tenken-files-'));
  s3 = await startS3();
});
afterAll(async () => {
  await s3.stop();
  await rm(root, { recursive: true, force: true });
});

const of = (text: string) => Readable.from([Buffer.from(text)]);
const meta = (size: number) => ({ mediaType: 'application/pdf', size });
const put = (store: FileStore, key: string, text: string) => store.put(key, of(text), meta(Buffer.byteLength(text)));
const textAt = async (store: FileStore, key: string) => (await buffer(await store.open(key))).toString();

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes in buffers that somebody still holds. The second collection waits for what the first one still sweeps beside it. */
function heldBytes(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

/** So many bytes, a piece at a time; `each` is called at every fifth megabyte. */
function* pieces(bytes: number, each: () => void = () => undefined) {
  for (let at = 0; at < bytes; at += 64 * 1024) {
    if (at % (5 * MEGABYTE) === 0) each();
    yield Buffer.alloc(Math.min(64 * 1024, bytes - at), at / (64 * 1024));
  }
}

/** Sends half of what it said, then breaks as a lost connection does. */
function brokenAfter(bytes: number): Readable {
  function* half() {
    yield* pieces(bytes);
    throw new Error('connection reset');
  }
  return Readable.from(half());
}

describe.each([
  ['a folder', () => folderStore(root)],
  ['S3', () => s3Store(s3.place)],
] as const)('files in %s', (_name, storeOf) => {
  it('come back as they were put, whatever their size', async () => {
    const store = storeOf();
    for (const text of ['x', '点検の証跡'.repeat(10_000)]) {
      await put(store, 'tenant/a', text);
      expect(await textAt(store, 'tenant/a')).toBe(text);
    }
  });

  it('are missing by name when none was put, and once removed', async () => {
    const store = storeOf();
    await expect(store.open('tenant/none')).rejects.toEqual(new FileMissing('tenant/none'));
    await put(store, 'tenant/gone', 'x');
    await store.remove('tenant/gone');
    await store.remove('tenant/gone');
    await expect(store.open('tenant/gone')).rejects.toBeInstanceOf(FileMissing);
  });

  it('are listed by their keys below one, and none where there are none', async () => {
    const store = storeOf();
    for (const key of ['listed/a', 'listed/b/c', 'listed-not/d']) await put(store, key, 'x');
    const listed: string[] = [];
    for await (const key of store.list('listed')) listed.push(key);
    expect(listed.toSorted()).toEqual(['listed/a', 'listed/b/c']);
    for await (const key of store.list('nothing')) expect.unreachable(key);
  });

  it.each([
    '',
    '/',
    '/etc/passwd',
    '../up',
    'a/../b',
    'a//b',
    'a/',
    'A',
    'a.b',
    'a\0b',
    'a b',
    '点検',
    'a'.repeat(600),
  ])('have no key like %j', async (key) => {
    const store = storeOf();
    await expect(put(store, key, 'x')).rejects.toBeInstanceOf(TypeError);
    await expect(store.open(key)).rejects.toBeInstanceOf(TypeError);
    await expect(store.remove(key)).rejects.toBeInstanceOf(TypeError);
  });

  it('of 50 MB pass through without being held', async () => {
    const store = storeOf();
    const before = heldBytes();
    let peak = 0;
    const content = pieces(LARGE, () => {
      peak = Math.max(peak, heldBytes() - before);
    });
    await store.put('tenant/large', Readable.from(content, { objectMode: false }), meta(LARGE));
    expect(peak).toBeLessThan(32 * MEGABYTE);
    const sent = createHash('sha256');
    for (const piece of pieces(LARGE)) sent.update(piece);
    const kept = createHash('sha256');
    for await (const piece of await store.open('tenant/large')) kept.update(piece as Buffer);
    expect(kept.digest('hex')).toBe(sent.digest('hex'));
  }, 60_000);

  it.each([10_000, 20 * MEGABYTE])('leave nothing when the connection breaks after %i bytes', async (bytes) => {
    const store = storeOf();
    await expect(store.put('tenant/broken', brokenAfter(bytes), meta(LARGE))).rejects.toThrow('connection reset');
    await expect(store.open('tenant/broken')).rejects.toBeInstanceOf(FileMissing);
  });

  it('leave nothing when the content is destroyed without a word', async () => {
    const store = storeOf();
    const content = new Readable({ read: () => undefined });
    content.push('half');
    const done = store.put('tenant/silent', content, meta(100));
    setImmediate(() => content.destroy());
    await expect(done).rejects.toThrow();
    await expect(store.open('tenant/silent')).rejects.toBeInstanceOf(FileMissing);
  });

  it('leave nothing, and end no process, when the content breaks before anybody reads it', async () => {
    const content = new Readable({ read: () => undefined });
    const done = storeOf().put('tenant/early', content, meta(100));
    content.destroy(new Error('connection reset'));
    await expect(done).rejects.toThrow();
    await expect(storeOf().open('tenant/early')).rejects.toBeInstanceOf(FileMissing);
  });

  it('are refused when they are shorter or longer than was said', async () => {
    const store = storeOf();
    await expect(store.put('tenant/short', of('abc'), meta(4))).rejects.toBeInstanceOf(FileCutShort);
    await expect(store.put('tenant/long', of('abcde'), meta(4))).rejects.toBeInstanceOf(FileCutShort);
    await expect(store.open('tenant/short')).rejects.toBeInstanceOf(FileMissing);
    await expect(store.open('tenant/long')).rejects.toBeInstanceOf(FileMissing);
  });

  it('keep what was there when a later put of the same key breaks', async () => {
    const store = storeOf();
    await put(store, 'tenant/kept', 'first');
    await expect(store.put('tenant/kept', brokenAfter(10), meta(100))).rejects.toThrow('connection reset');
    expect(await textAt(store, 'tenant/kept')).toBe('first');
  });

  it('put at once under one key: one of them is kept whole', async () => {
    const store = storeOf();
    const texts = Array.from({ length: 8 }, (_, at) => String(at).repeat(100_000 + at));
    await Promise.all(texts.map((text) => put(store, 'tenant/raced', text)));
    expect(texts).toContain(await textAt(store, 'tenant/raced'));
  });
});

describe('a folder', () => {
  it('holds no unfinished file afterwards, and nothing that others on the machine may read', async () => {
    expect(await readdir(join(root, '.unfinished'))).toEqual([]);
    await put(folderStore(root), 'tenant/own', 'x');
    expect((await stat(join(root, 'tenant', 'own'))).mode & 0o077).toBe(0);
    expect((await stat(join(root, 'tenant'))).mode & 0o077).toBe(0);
  });
});

describe('what a killed process left behind', () => {
  it('goes with the first put of another one, once it is a day old', async () => {
    const unfinished = join(root, '.unfinished');
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await writeFile(join(unfinished, 'old'), 'half');
    await utimes(join(unfinished, 'old'), yesterday, yesterday);
    await writeFile(join(unfinished, 'new'), 'half');
    await put(folderStore(root), 'tenant/next', 'x');
    expect(await readdir(unfinished)).toEqual(['new']);
  });
});

describe('S3', () => {
  it('is asked under a signature every time, in parts for a large file, and told to drop the parts of a broken one', async () => {
    expect(s3.requests.every(({ headers }) => headers.authorization?.startsWith('AWS4-HMAC-SHA256 '))).toBe(true);
    const of50 = s3.requests.filter(({ url }) => url?.includes('/tenant/large'));
    expect(of50.filter(({ url }) => url?.includes('partNumber='))).toHaveLength(Math.ceil(LARGE / (5 * MEGABYTE)));
    const broken = s3.requests.filter(({ url }) => url?.includes('/tenant/broken'));
    expect(broken.some(({ method, url }) => method === 'DELETE' && url?.includes('uploadId='))).toBe(true);
    expect(broken.some(({ method, url }) => method === 'POST' && url?.includes('uploadId='))).toBe(false);
  });

  it('with a wrong key, or without the bucket, is a failure and no missing file', async () => {
    const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'wrong' };
    await expect(s3Store({ ...s3.place, credentials }).open('tenant/a')).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
    await expect(s3Store({ ...s3.place, bucket: 'another' }).open('tenant/a')).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });
});
