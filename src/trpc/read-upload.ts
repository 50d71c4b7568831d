import { Refusal } from '@/domain/refusal';

const BYTES_PER_MEGABYTE = 1024 * 1024;
/** What the parts around the file may take: heads, boundaries and a few short fields. */
const ALLOWANCE_BYTES = 64 * 1024;
const MAX_NAME_LENGTH = 200;

export interface Upload {
  /** The last part of the name that the browser sent, without control and direction signs; never a path. */
  fileName: string;
  bytes: Uint8Array;
  /** The form's other fields, as sent. */
  fields: Readonly<Record<string, string>>;
}

/**
 * Reads a posted form with exactly one file. Counts while the body streams in and stops at `maxMegabytes`, whatever
 * length the request states. Throws the refusals `upload-missing` and `upload-too-large`.
 */
export async function readUpload(request: Request, limits: { maxMegabytes: number }): Promise<Upload> {
  const tooLarge = () => new Refusal('upload-too-large', { megabytes: limits.maxMegabytes });
  const maxBytes = limits.maxMegabytes * BYTES_PER_MEGABYTE;
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data\s*;/i.test(type)) throw new Refusal('upload-missing', {});
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes + ALLOWANCE_BYTES) throw tooLarge();
  let seen = 0;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        if (seen > maxBytes + ALLOWANCE_BYTES) controller.error(tooLarge());
        else controller.enqueue(chunk);
      },
    }),
  );
  const form = await formOf(counted, type);
  if (seen > maxBytes + ALLOWANCE_BYTES) throw tooLarge();
  if (form === null) throw new Refusal('upload-missing', {});
  const files: File[] = [];
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value;
    else files.push(value);
  }
  const [file] = files;
  if (!file || files.length > 1 || file.size === 0) throw new Refusal('upload-missing', {});
  if (file.size > maxBytes) throw tooLarge();
  return { fileName: plainName(file.name), bytes: new Uint8Array(await file.arrayBuffer()), fields };
}

/** Null for what is no form at all: cut off, or not as its boundary says. */
async function formOf(body: ReadableStream<Uint8Array>, type: string): Promise<FormData | null> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return null;
  }
}

function plainName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return Array.from(plain).slice(-MAX_NAME_LENGTH).join('') || 'file';
}
