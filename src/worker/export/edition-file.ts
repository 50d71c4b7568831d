import { type SheetCell, writeWorkbook } from '@/adapters/xlsx/write-workbook';
import { editionJson } from '@/domain/edition-draft';
import { EDITION_SHEET, headRows, ITEM_SHEET, itemRow, SHEET_COLUMNS } from '@/domain/edition-sheet';
import { readEdition } from '@/usecases/checklists/read-edition';
import { type ExportJob, fileNameOf, type Maker } from './maker';

const NUMBER_COLUMN = SHEET_COLUMNS.findIndex(({ part }) => part === 'number');

/** A plain 通番 as a number, so that the column sorts; whatever else a bank numbers by as printed. */
const cellOf = (text: string, column: number): SheetCell =>
  column === NUMBER_COLUMN && String(Number(text)) === text ? Number(text) : text;

async function editionOf({ outside, scope, subjectId }: ExportJob) {
  if (subjectId === null) throw new Error('an edition’s file names no edition');
  return readEdition(outside, scope, { editionId: subjectId });
}

/** The printed form’s columns with the bank's own beside them, a row an item; the edition's facts on a second sheet. */
export const makeEditionWorkbook: Maker = async (job) => {
  const edition = await editionOf(job);
  const content = await writeWorkbook({
    title: edition.title,
    author: edition.publisher,
    created: job.requestedAt,
    sheets: [
      {
        name: ITEM_SHEET,
        columns: SHEET_COLUMNS.map(({ header, width }) => ({ header, width })),
        rows: edition.items.map((item) => itemRow(item).map(cellOf)),
      },
      {
        name: EDITION_SHEET,
        columns: [
          { header: '項目', width: 16 },
          { header: '内容', width: 60 },
        ],
        rows: headRows(edition),
      },
    ],
  });
  return { name: fileNameOf(edition.title, 'xlsx'), content, rows: edition.items.length };
};

export const makeEditionJson: Maker = async (job) => {
  const edition = await editionOf(job);
  const content = new TextEncoder().encode(editionJson(edition));
  return { name: fileNameOf(edition.title, 'json'), content, rows: edition.items.length };
};
