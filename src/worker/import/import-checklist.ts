import { readWorkbook } from '@/adapters/xlsx/read-workbook';
import { bankDateOf } from '@/domain/deadline';
import { checkedEdition, type ReadEdition, readEditionJson } from '@/domain/edition-draft';
import { EDITION_SHEET, ITEM_SHEET, readHead, readItems } from '@/domain/edition-sheet';
import { type FileFailure, failed } from '@/domain/file-failure';
import { previewEdition } from '@/usecases/checklists/preview-edition';
import type { ImportSteps } from './import-steps';

/** As many items as a draft may have, below whatever stands above them. */
const LIMITS = { maxRows: 600, maxColumns: 60, maxCellChars: 32_767 };

/** The edition that a workbook or a JSON file holds, as far as it can be read. */
export async function readEditionFile(
  content: Uint8Array,
  today: string,
): Promise<{ read: ReadEdition } | { failure: FileFailure }> {
  const begins = Buffer.from(content.subarray(0, 4))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (begins.startsWith('{')) return { read: readEditionJson(Buffer.from(content).toString('utf8')) };
  if (!begins.startsWith('PK') && Buffer.from(content.subarray(0, 2)).toString('hex') !== 'd0cf') {
    return failed('file-kind-unknown');
  }
  const named = await readWorkbook(content, { ...LIMITS, sheet: ITEM_SHEET });
  const isMissing = 'failure' in named && named.failure.code === 'file-sheet-missing';
  const sheet = isMissing ? await readWorkbook(content, LIMITS) : named;
  if ('failure' in sheet) return sheet;
  const facts = await readWorkbook(content, { ...LIMITS, sheet: EDITION_SHEET });
  if ('failure' in facts && facts.failure.code !== 'file-sheet-missing') return facts;
  const usual = { id: '', title: ITEM_SHEET, publisher: '', issued: today, source: '' };
  const { head, errors: headErrors } = readHead('rows' in facts ? facts.rows : null, usual);
  const { items, errors } = readItems(sheet.rows);
  const all = [...errors, ...headErrors];
  return { read: all.length > 0 ? { edition: null, errors: all } : checkedEdition({ ...head, items }) };
}

export const importChecklist: ImportSteps = {
  async read(outside, scope, importId, content) {
    const found = await readEditionFile(content, bankDateOf(outside.clock.now()));
    if ('failure' in found) return found.failure;
    await previewEdition(outside, scope, { importId, preview: found.read });
    return null;
  },
  apply() {
    // Whoever looked at it makes the draft, at once: nothing waits for the worker.
    return Promise.resolve(false);
  },
};
