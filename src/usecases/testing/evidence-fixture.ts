import { createHash } from 'node:crypto';
import { newId } from '@/db/new-id';
import type { RespondentScope } from '@/db/scope';
import type { Outside } from '../command';
import { addEvidence } from '../evidence/add-evidence';

/** A file as it stands in the store, of the given text. */
export function storedTestFile(text: string, fileName = '規程.pdf') {
  const bytes = Buffer.from(`%PDF-1.7\n${text}`);
  return {
    storageKey: `evidence/${newId()}`,
    fileName,
    mediaType: 'application/pdf',
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    scan: 'not_scanned' as const,
  };
}

/** Keeps a file for an item of the scope's assessment. */
export function addTestEvidence(
  outside: Outside,
  scope: RespondentScope,
  itemId: string,
  file: Partial<ReturnType<typeof storedTestFile>> & { validFrom?: string; validTo?: string } = {},
) {
  const { validFrom = null, validTo = null, ...facts } = file;
  const { assessmentId } = scope;
  return addEvidence(outside, scope, {
    assessmentId,
    itemId,
    validFrom,
    validTo,
    file: { ...storedTestFile(itemId), ...facts },
  });
}
