import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { exportFile } from '@/db/schema/record';
import { query } from '../query';
import { exportLineSchema, exportLines } from './export-rows';

/** The register's files: asked for by whom, ready or not. */
export const listVendorTables = query({
  audience: 'bank',
  action: 'exports.listVendors',
  input: z.strictObject({}),
  output: z.strictObject({ exports: z.array(exportLineSchema) }),
  async run({ tx }) {
    return { exports: await exportLines(tx, inArray(exportFile.kind, ['vendors_xlsx', 'vendors_csv'])) };
  },
});
