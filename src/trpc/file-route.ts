import type { z } from 'zod';
import { Refusal, type RefusalKind } from '@/domain/refusal';
import { downloadAuditExport } from '@/usecases/audit/download-audit-export';
import { downloadExport } from '@/usecases/exports/download-export';
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
] as const satisfies readonly { path: string; audience: string; action: string; input: z.ZodType }[];

const STATUS = {
  missing: 404,
  forbidden: 403,
  'signed-out': 401,
  invalid: 400,
  conflict: 409,
  'too-many': 429,
} as const satisfies Record<RefusalKind, number>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A ready export as a download, for whoever asks: a member or an auditor. A refusal is its code and nothing else. */
export async function sendExport(context: RequestContext, exportId: string): Promise<Response> {
  try {
    const scope = await memberScope(context);
    const file =
      scope.audience === 'auditor'
        ? await downloadAuditExport(context.outside, scope, { exportId })
        : await downloadExport(context.outside, scope, { exportId });
    return new Response(new Uint8Array(file.content), {
      headers: {
        'Content-Type': XLSX,
        'Content-Disposition': disposition(file.fileName),
        'Content-Length': String(file.content.byteLength),
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        Digest: `sha-256=${Buffer.from(file.sha256, 'hex').toString('base64')}`,
      },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(error.code, {
      status: STATUS[error.kind],
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    });
  }
}

/** RFC 6266 with the name in RFC 8187's encoding, and an ASCII one for what doesn't read it. */
function disposition(fileName: string): string {
  const encoded = encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="export.xlsx"; filename*=UTF-8''${encoded}`;
}
