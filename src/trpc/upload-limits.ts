import { Refusal } from '@/domain/refusal';

const BYTES_PER_MEGABYTE = 1024 * 1024;
/** What the parts around the file may take: heads, boundaries and a few short fields. */
const ALLOWANCE_BYTES = 64 * 1024;
const MAX_NAME_LENGTH = 200;

export interface UploadLimits {
  maxMegabytes: number;
}

/** A posted form whose head promises a file of a fit size. Counts while it streams, whatever length the head states. */
export interface PostedForm {
  body: ReadableStream<Uint8Array>;
  contentType: string;
  maxFileBytes: number;
  tooLarge(): Refusal;
}

/** Throws the refusals `upload-missing` and `upload-too-large`; the body errors with the latter when it grows too long. */
export function postedForm(request: Request, { maxMegabytes }: UploadLimits): PostedForm {
  const tooLarge = () => new Refusal('upload-too-large', { megabytes: maxMegabytes });
  const maxFileBytes = maxMegabytes * BYTES_PER_MEGABYTE;
  const maxBytes = maxFileBytes + ALLOWANCE_BYTES;
  const contentType = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data\s*;/i.test(contentType)) throw new Refusal('upload-missing', {});
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  let seen = 0;
  const body = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        if (seen > maxBytes) controller.error(tooLarge());
        else controller.enqueue(chunk);
      },
    }),
  );
  return { body, contentType, maxFileBytes, tooLarge };
}

/** The last part of the name that the browser sent, without control and direction signs; never a path. */
export function plainName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return Array.from(plain).slice(-MAX_NAME_LENGTH).join('') || 'file';
}
