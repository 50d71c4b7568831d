import { z } from 'zod';
import { CELL_FAULTS } from './vendor-cell';
import { VENDOR_COLUMN_KEYS } from './vendor-columns';

const columnSchema = z.enum(VENDOR_COLUMN_KEYS);

const cellErrorSchema = z.strictObject({
  column: columnSchema,
  code: z.enum(CELL_FAULTS),
  /** What stands in the cell, shortened; '' for a blank one. */
  value: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type CellError = z.output<typeof cellErrorSchema>;

/** Both values as `readVendorCell` gives them; '' for nothing. */
const cellChangeSchema = z.strictObject({ column: columnSchema, from: z.string(), to: z.string() });
export type CellChange = z.output<typeof cellChangeSchema>;

export const LINE_STATES = ['new', 'changed', 'unchanged', 'faulty'] as const;

/** What becomes of a row. The changes of a vendor and its contact stand at its first good row. */
export const importLineSchema = z.strictObject({
  /** As the spreadsheet counts it, from 1. */
  row: z.int(),
  status: z.enum(LINE_STATES),
  vendorName: z.string(),
  serviceName: z.string(),
  errors: z.array(cellErrorSchema),
  changes: z.array(cellChangeSchema),
});
export type ImportLine = z.output<typeof importLineSchema>;

export const lineCountsSchema = z.strictObject({
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  faulty: z.int(),
});
export type LineCounts = z.output<typeof lineCountsSchema>;

export function countLines(lines: readonly Pick<ImportLine, 'status'>[]): LineCounts {
  const counts: LineCounts = { new: 0, changed: 0, unchanged: 0, faulty: 0 };
  for (const { status } of lines) counts[status] += 1;
  return counts;
}
