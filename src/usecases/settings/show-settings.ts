import { z } from 'zod';
import { bankProfile } from '@/db/schema/bank';
import { query } from '../query';
import { logoUrl } from './logo-url';
import { settingsSchema } from './settings.schema';

/** How the bank calls itself and what its house rules are. Everybody of the bank may read them. */
export const showSettings = query({
  audience: 'bank',
  action: 'settings.show',
  input: z.strictObject({}),
  output: z.strictObject({
    settings: settingsSchema,
    /** A data URL; null without a logo. */
    logo: z.string().nullable(),
    version: z.int(),
    mayChange: z.boolean(),
  }),
  async run({ tx, scope }) {
    const [row] = await tx.select().from(bankProfile);
    if (!row) throw new Error('the bank has no profile');
    const { tenantId: _tenant, id: _id, logo, logoType, version, ...settings } = row;
    return {
      settings,
      logo: logoUrl({ logo, logoType }),
      version,
      mayChange: scope.roles.includes('administrator'),
    };
  },
});
