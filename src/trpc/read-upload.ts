import { Refusal } from '@/domain/refusal';
import { plainName, postedForm, type UploadLimits } from './upload-limits';

export interface Upload {
  /** The last part of the name that the browser sent, without control and direction signs; never a path. */
  fileName: string;
  bytes: Uint8Array;
  /** The form's other fields, as sent. */
  fields: Readonly<Record<string, string>>;
}

/**
 * Reads a posted form with exactly one small file into memory; `spoolUpload` is for large ones. Stops at
 * `maxMegabytes`, whatever length the request states. Throws the refusals `upload-missing` and `upload-too-large`.
 */
export async function readUpload(request: Request, limits: UploadLimits): Promise<Upload> {
  const { body, contentType, maxFileBytes, tooLarge } = postedForm(request, limits);
  const form = await formOf(body, contentType);
  if (form === null) throw new Refusal('upload-missing', {});
  const files: File[] = [];
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value;
    else files.push(value);
  }
  const [file] = files;
  if (!file || files.length > 1 || file.size === 0) throw new Refusal('upload-missing', {});
  if (file.size > maxFileBytes) throw tooLarge();
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
