import { z } from 'zod';
import { standingVendors } from '../imports/standing-vendors';
import { query } from '../query';

/**
 * The register row by row, as an import would read it: a row a service, one row for a vendor without any. What is
 * archived is left out.
 */
export const readVendorTable = query({
  audience: 'system',
  action: 'system.readVendorTable',
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(z.record(z.string(), z.string())) }),
  async run({ tx }) {
    const vendors = (await standingVendors(tx)).filter(({ archived }) => !archived);
    return {
      rows: vendors.flatMap(({ values, services }) => {
        const kept = services.filter(({ archived }) => !archived);
        return kept.length === 0 ? [values] : kept.map((service) => ({ ...values, ...service.values }));
      }),
    };
  },
});
