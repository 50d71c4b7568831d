import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { ScannerUnavailable } from '@/adapters/antivirus/scanner';
import { FileMissing } from '@/adapters/files/file-store';
import { createLogger } from '@/adapters/logger';
import { mintSystemScope } from '@/auth/mint';
import { examineEvidence, MAX_EVIDENCE_MEGABYTES } from '@/domain/evidence-type';
import { Refusal } from '@/domain/refusal';
import { downloadAuditEvidence } from '@/usecases/audit/download-audit-evidence';
import { requirePermission } from '@/usecases/command';
import { addEvidence } from '@/usecases/evidence/add-evidence';
import { admitEvidence } from '@/usecases/evidence/admit-evidence';
import { downloadEvidence } from '@/usecases/evidence/download-evidence';
import { noteAlteredEvidence, noteAlteredFile } from '@/usecases/evidence/note-altered';
import { downloadRoundEvidence } from '@/usecases/reviews/download-round-evidence';
import type { RequestContext } from './context';
import { type FileDesk, fileDesk } from './file-desk';
import { answerUpload, refusedAsText, streamedAttachment } from './file-route';
import { memberScope, respondentScope } from './init';
import { type SpooledUpload, spoolUpload } from './spool-upload';

const log = createLogger({ base: { process: 'web' } });

/**
 * A posted file for an item: on the disk first, looked at and scanned there, then into the store, and only then a row.
 * A crash between the two leaves bytes that the worker sweeps away. Sent again, the same file is the same row.
 */
export function takeEvidence(
  context: RequestContext,
  assessmentId: string,
  request: Request,
  desk: FileDesk = fileDesk(),
): Promise<Response> {
  return answerUpload(async () => {
    const scope = await respondentScope(context, { assessmentId });
    requirePermission(scope, addEvidence.action);
    return spoolUpload(request, { maxMegabytes: MAX_EVIDENCE_MEGABYTES }, async (upload) => {
      const { itemId = '', validFrom, validTo } = upload.fields;
      const wanted = { assessmentId, itemId, validFrom: validFrom || null, validTo: validTo || null };
      const { sha256 } = upload;
      const { kept, storageKey } = await admitEvidence(context.outside, scope, { ...wanted, sha256 });
      const file = kept ?? (await store(desk, storageKey, upload));
      return addEvidence(context.outside, scope, { ...wanted, file });
    });
  });
}

/** Puts the bytes into the store, once they are of a kind that is taken and no scanner found fault with them. */
async function store({ files, scanner }: FileDesk, storageKey: string, upload: SpooledUpload) {
  const { fileName, size, sha256 } = upload;
  const read = (offset: number, length: number) =>
    buffer(upload.open({ start: offset, end: Math.max(offset, offset + length - 1) }));
  const found = await examineEvidence(fileName, { size, read });
  if ('refused' in found) throw new Refusal(found.refused, 'name' in found ? { name: found.name } : {});
  const scan = await scanned(() => scanner.scan(upload.open()));
  if (scan === 'infected') throw new Refusal('evidence-infected', {});
  const { mediaType } = found;
  await files.put(storageKey, upload.open(), { mediaType, size });
  return { storageKey, fileName, mediaType, size, sha256, scan };
}

/** A scanner that gives no verdict lets nothing pass（`evidence-scan-failed`）. */
async function scanned<T>(look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof ScannerUnavailable) throw new Refusal('evidence-scan-failed', {});
    throw error;
  }
}

/** The vendor's own file back. */
export async function sendEvidence(
  context: RequestContext,
  { assessmentId, evidenceId }: { assessmentId: string; evidenceId: string },
): Promise<Response> {
  return sendStored(evidenceId, async () => {
    const scope = await respondentScope(context, { assessmentId });
    return {
      file: await downloadEvidence(context.outside, scope, { assessmentId, evidenceId }),
      note: () => noteAlteredFile(context.outside, scope, { evidenceId }),
    };
  });
}

/** A submitted file, for a member or an auditor. */
export async function sendSubmittedEvidence(context: RequestContext, evidenceId: string): Promise<Response> {
  return sendStored(evidenceId, async () => {
    const scope = await memberScope(context);
    const file =
      scope.audience === 'auditor'
        ? await downloadAuditEvidence(context.outside, scope, { evidenceId })
        : await downloadRoundEvidence(context.outside, scope, { evidenceId });
    return { file, note: () => noteAlteredEvidence(context.outside, mintSystemScope(scope.tenantId), { evidenceId }) };
  });
}

type Taken = { file: Awaited<ReturnType<typeof downloadEvidence>>; note: () => Promise<unknown> };

/** Bytes that are gone or no longer those handed in are told to the log and, by `note`, to whoever lists the file. */
async function sendStored(evidenceId: string, take: () => Promise<Taken>): Promise<Response> {
  try {
    const { file: stored, note } = await take();
    const { storageKey, ...file } = stored;
    const altered = async (what: string) => {
      log.error({ evidenceId }, what);
      await note();
    };
    try {
      const content = await fileDesk().files.open(storageKey);
      return streamedAttachment(
        file,
        verified(content, file.sha256, () => altered('a stored file is not what was kept')),
      );
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error;
      await altered('a stored file is missing');
      throw new Refusal('not-found', {});
    }
  } catch (error) {
    return refusedAsText(error);
  }
}

/**
 * Passes the bytes on, the last of them only when all are those that were kept: no wrong file looks whole. `altered` is
 * done before the break, so that whoever looks again afterwards is told.
 */
function verified(content: Readable, sha256: string, altered: () => Promise<void>): Readable {
  const hash = createHash('sha256');
  let last: Buffer | null = null;
  const checked = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      const before = last;
      last = chunk;
      done(null, before);
    },
    flush(done) {
      if (hash.digest('hex') === sha256) done(null, last);
      else altered().then(() => done(new Error('a stored file is not what was kept')), done);
    },
  });
  // Whoever reads hears of a break; nobody else waits for it.
  pipeline(content, checked).catch(() => undefined);
  return checked;
}
