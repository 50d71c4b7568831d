import { Readable } from 'node:stream';
import type { z } from 'zod';
import { Refusal, type RefusalKind } from '@/domain/refusal';
import { downloadAuditEvidence } from '@/usecases/audit/download-audit-evidence';
import { downloadAuditExport } from '@/usecases/audit/download-audit-export';
import { addEvidence } from '@/usecases/evidence/add-evidence';
import { downloadEvidence } from '@/usecases/evidence/download-evidence';
import { downloadExport } from '@/usecases/exports/download-export';
import { readForm } from '@/usecases/forms/read-form';
import { uploadForm } from '@/usecases/forms/upload-form';
import { uploadImport } from '@/usecases/imports/upload-import';
import { readReceipt } from '@/usecases/responses/read-receipt';
import { downloadRoundEvidence } from '@/usecases/reviews/download-round-evidence';
import { addDocument } from '@/usecases/vendors/add-document';
import { downloadDocument } from '@/usecases/vendors/download-document';
import type { RequestContext } from './context';
import { memberScope } from './init';

/** Every file route: a command a kind of reader, each with a row in the role table. The walker walks them too. */
export const FILE_ROUTES = [
  { path: '/api/exports/[exportId]', audience: 'bank', action: downloadExport.action, input: downloadExport.input },
  {
    path: '/api/exports/[exportId]',
    audience: 'auditor',
    action: downloadAuditExport.action,
    input: downloadAuditExport.input,
  },
  {
    path: '/api/vendors/[vendorId]/documents',
    audience: 'bank',
    action: addDocument.action,
    input: addDocument.input,
  },
  {
    path: '/api/documents/[documentId]',
    audience: 'bank',
    action: downloadDocument.action,
    input: downloadDocument.input,
  },
  {
    path: '/api/assessments/[assessmentId]/receipts/[roundId]',
    audience: 'respondent',
    action: readReceipt.action,
    input: readReceipt.input,
  },
  {
    path: '/api/assessments/[assessmentId]/form',
    audience: 'respondent',
    action: readForm.action,
    input: readForm.input,
  },
  {
    path: '/api/assessments/[assessmentId]/filled-forms',
    audience: 'respondent',
    action: uploadForm.action,
    input: uploadForm.input,
  },
  {
    path: '/api/assessments/[assessmentId]/evidence',
    audience: 'respondent',
    action: addEvidence.action,
    input: addEvidence.input,
  },
  {
    path: '/api/assessments/[assessmentId]/evidence/[evidenceId]',
    audience: 'respondent',
    action: downloadEvidence.action,
    input: downloadEvidence.input,
  },
  {
    path: '/api/evidence/[evidenceId]',
    audience: 'bank',
    action: downloadRoundEvidence.action,
    input: downloadRoundEvidence.input,
  },
  {
    path: '/api/evidence/[evidenceId]',
    audience: 'auditor',
    action: downloadAuditEvidence.action,
    input: downloadAuditEvidence.input,
  },
  { path: '/api/imports', audience: 'bank', action: uploadImport.action, input: uploadImport.input },
] as const satisfies readonly { path: string; audience: string; action: string; input: z.ZodType }[];

const STATUS = {
  missing: 404,
  forbidden: 403,
  'signed-out': 401,
  invalid: 400,
  conflict: 409,
  'too-many': 429,
} as const satisfies Record<RefusalKind, number>;

/** A ready export as a download, for whoever asks: a member or an auditor. A refusal is its code and nothing else. */
export async function sendExport(context: RequestContext, exportId: string): Promise<Response> {
  try {
    const scope = await memberScope(context);
    const file =
      scope.audience === 'auditor'
        ? await downloadAuditExport(context.outside, scope, { exportId })
        : await downloadExport(context.outside, scope, { exportId });
    return attachment(file);
  } catch (error) {
    return refusedAsText(error);
  }
}

interface FileFacts {
  fileName: string;
  mediaType: string;
  /** Hex. */
  sha256: string;
}

/** A file that no browser opens inside our pages. */
export function attachment({ content, ...file }: FileFacts & { content: Uint8Array }): Response {
  return new Response(new Uint8Array(content), { headers: headersOf(file, content.byteLength) });
}

/** The same of a large file, which is never in memory whole. */
export function streamedAttachment({ size, ...file }: FileFacts & { size: number }, content: Readable): Response {
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, { headers: headersOf(file, size) });
}

function headersOf(file: FileFacts, size: number): HeadersInit {
  return {
    'Content-Type': file.mediaType,
    'Content-Disposition': disposition(file.fileName),
    'Content-Length': String(size),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Digest: `sha-256=${Buffer.from(file.sha256, 'hex').toString('base64')}`,
  };
}

/** A refusal as its code and nothing else; any other error is thrown on. */
export function refusedAsText(error: unknown): Response {
  if (!(error instanceof Refusal)) throw error;
  return new Response(error.code, {
    status: STATUS[error.kind],
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** What became of an upload, as JSON: the outcome, or `{ refusal: { code, params } }` as procedures give it. */
export async function answerUpload(work: () => Promise<Record<string, unknown>>): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  try {
    return Response.json(await work(), { headers });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, params, kind } = error;
    return Response.json({ refusal: { code, params } }, { status: STATUS[kind], headers });
  }
}

/** RFC 6266 with the name in RFC 8187's encoding, and an ASCII one for what doesn't read it. */
function disposition(fileName: string): string {
  const encoded = encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const ending = /\.[a-z]{3,4}$/i.exec(fileName)?.[0].toLowerCase() ?? '';
  return `attachment; filename="export${ending}"; filename*=UTF-8''${encoded}`;
}
