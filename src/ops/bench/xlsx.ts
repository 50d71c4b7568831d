import { randomUUID } from 'node:crypto';
import { type CellValue, readXlsx, writeXlsx } from 'hucre';
import { EMPTY_ANSWER } from '@/domain/answer';
import { type FormItem, formRow } from '@/domain/answer-form';
import { builtInEditions } from '@/domain/checklist';
import { type FormSheet, readFormSheet, writeFormSheet } from '@/trpc/form-sheet';
import { compare, perSecond, type Row } from './measure';

const ROUNDS = 30;

/**
 * `xlsx-form`: forms of sixty answered items a second, printed, protected and sealed, against the library alone writing
 * the same texts. `xlsx-import`: such a form read back, guarded, in a thread of its own and cell by cell, against the
 * library alone reading the same bytes.
 */
export async function benchXlsx(): Promise<Row[]> {
  const owner = { assessmentId: randomUUID(), editionId: randomUUID() };
  const form: FormSheet = {
    ...owner,
    bankName: 'あおば銀行',
    campaignName: '2026年度 点検',
    editionTitle: 'チェックリスト',
    vendorName: '株式会社ミライ家計簿',
    serviceName: '口座情報連携',
    dueDate: '2026-12-25',
    closingTime: '17:00',
    items: sixtyItems(),
  };
  const now = new Date('2026-11-26T00:00:00Z');
  const texts: CellValue[][] = form.items.map(formRow);
  const write = () => writeFormSheet(form, { ...owner, locale: 'ja', now });
  const { content } = await write();
  return [
    perSecond(
      await compare('xlsx-form', ROUNDS, write, () => writeXlsx({ sheets: [{ name: '回答用シート', rows: texts }] })),
      'forms/s',
    ),
    perSecond(
      await compare(
        'xlsx-import',
        ROUNDS,
        () => readFormSheet(content, { ...owner, items: form.items }),
        () => readXlsx(content),
      ),
      'forms/s',
    ),
  ];
}

/** The standard list with an answer of 120 characters each. */
function sixtyItems(): FormItem[] {
  const [standard] = builtInEditions();
  if (standard?.items.length !== 60) throw new Error('the standard list has no sixty items');
  return standard.items.map((item) => ({
    itemId: randomUUID(),
    number: item.number,
    item,
    content: { ...EMPTY_ANSWER, status: 'met', current: '規程に定め年一回見直す。'.repeat(10) },
    version: 1,
  }));
}
