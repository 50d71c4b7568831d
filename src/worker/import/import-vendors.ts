import { vendorTableOf } from '@/domain/vendor-columns';
import { applyVendors } from '@/usecases/imports/apply-vendors';
import { previewVendors } from '@/usecases/imports/preview-vendors';
import type { ImportSteps } from './import-steps';
import { readTable } from './read-table';

/** Wide enough for every cell of the register; heads that nobody knows may stand beside them. */
const LIMITS = { maxRows: 5_000, maxColumns: 60, maxCellChars: 10_000 };

export const importVendors: ImportSteps = {
  async read(outside, scope, importId, content) {
    const read = await readTable(content, LIMITS);
    if ('failure' in read) return read.failure;
    const table = vendorTableOf(read.rows);
    if (table === null) return { code: 'import-heads-missing', params: {} };
    await previewVendors(outside, scope, { importId, table });
    return null;
  },
  async apply(outside, scope, importId) {
    const { applied } = await applyVendors(outside, scope, { importId });
    return applied;
  },
};
