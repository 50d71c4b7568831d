import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { systemClock } from '@/adapters/clock';
import { removeLeftBehind } from '@/adapters/files/remove-left-behind';
import { Refusal } from '@/domain/refusal';
import { requireOwnOrigin } from './own-origin';
import { type PostedForm, plainName, postedForm, type UploadLimits } from './upload-limits';
import { inTurn } from './upload-turns';

const FOLDERS = 'tenken-upload-';
/** Once a process: what one before it was killed over. */
let swept: Promise<void> | undefined;

const MAX_FIELDS = 40;
const MAX_FIELD_BYTES = 32 * 1024;
/** A sender that says nothing for so long gives its turn to another. */
const SILENCE_MS = 30_000;

/** A large file, whole on this machine's disk for as long as the work with it lasts. */
export interface SpooledUpload {
  /** As in `Upload`: never a path. */
  fileName: string;
  size: number;
  /** Hex. */
  sha256: string;
  /** From the first byte, as often as is needed; `start` and the last byte `end` read a part of it. */
  open(range?: { start: number; end?: number }): Readable;
  fields: Readonly<Record<string, string>>;
}

/**
 * Takes a posted form with exactly one file, of any size up to `maxMegabytes`: the file streams to a temporary place
 * with its SHA-256 made on the way and is never in memory whole. Few run at once; however it ends, nothing stays behind.
 * Its route stands outside the proxy, which would hold the body; so the origin is asked for here. Throws the refusals
 * `origin-refused`, `upload-missing` (also for a form that is cut off), `upload-too-large` and `uploads-busy`.
 */
export async function spoolUpload<T>(
  request: Request,
  limits: UploadLimits & { silenceMs?: number },
  work: (upload: SpooledUpload) => Promise<T>,
): Promise<T> {
  requireOwnOrigin(request);
  const form = postedForm(request, limits);
  return inTurn(async () => {
    swept ??= removeLeftBehind(tmpdir(), FOLDERS, systemClock);
    await swept;
    const folder = await mkdtemp(join(tmpdir(), FOLDERS));
    try {
      return await work(await receive(form, join(folder, 'file'), request.signal, limits.silenceMs ?? SILENCE_MS));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function receive(form: PostedForm, path: string, hungUp: AbortSignal, silenceMs: number): Promise<SpooledUpload> {
  const stop = new AbortController();
  // What ended it, where that says more than what the streams then made of it.
  let cause: unknown;
  const end = (reason: unknown) => {
    cause ??= reason;
    stop.abort();
  };
  const fields = new Map<string, string>();
  const files: Promise<{ sent: string; size: number; sha256: string }>[] = [];
  const parser = parserOf(form);
  parser.on('field', (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut) end(form.tooLarge());
    else fields.set(name, value);
  });
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
    parser.on(limit, () => end(new Refusal('upload-missing', {})));
  }
  parser.on('file', (_field, content, sent) => {
    content.once('limit', () => end(form.tooLarge()));
    const kept = keep(content, path, stop.signal).then((file) => ({ sent, ...file }));
    kept.catch((error: unknown) => end(isDiskFailure(error) ? error : undefined));
    files.push(kept);
  });
  const silence = setTimeout(() => end(new Refusal('upload-missing', {})), silenceMs);
  const heard = new Transform({
    transform(chunk, _encoding, done) {
      silence.refresh();
      done(null, chunk);
    },
  });
  try {
    const body = Readable.fromWeb(form.body as ReadableStream<Uint8Array>);
    await pipeline(body, heard, parser, { signal: AbortSignal.any([stop.signal, hungUp]) });
    const [file] = await Promise.all(files);
    if (!file || file.size === 0) throw new Refusal('upload-missing', {});
    const { sent, size, sha256 } = file;
    const open = (range?: { start: number; end?: number }) => createReadStream(path, range);
    return { fileName: plainName(sent), size, sha256, open, fields: Object.fromEntries(fields) };
  } catch (error) {
    stop.abort();
    await Promise.allSettled(files);
    throw cause ?? (error instanceof Refusal ? error : new Refusal('upload-missing', {}));
  } finally {
    clearTimeout(silence);
  }
}

/** Throws `upload-missing` for a head that names no boundary. */
function parserOf({ contentType, maxFileBytes }: PostedForm) {
  const limits = {
    fileSize: maxFileBytes,
    files: 1,
    fields: MAX_FIELDS,
    parts: MAX_FIELDS + 1,
    fieldSize: MAX_FIELD_BYTES,
    headerPairs: 20,
  };
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits });
  } catch {
    throw new Refusal('upload-missing', {});
  }
}

/** Whether the disk failed, and not the sender: a full one is nothing that sending again would mend. */
function isDiskFailure(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && (error.syscall === 'open' || error.syscall === 'write');
}

async function keep(content: Readable, path: string, signal: AbortSignal) {
  const hash = createHash('sha256');
  let size = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.byteLength;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(content, measured, createWriteStream(path, { mode: 0o600, flags: 'wx' }), { signal });
  return { size, sha256: hash.digest('hex') };
}
