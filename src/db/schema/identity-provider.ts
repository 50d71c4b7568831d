import { foreignKey, integer, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, oneOf, tenantKey, tenantPlane } from './planes';
import { tenant } from './platform';

/** A bank's OpenID provider, one at most. Signing in reads it through the door `provider_of`, before anybody is known. */
export const identityProvider = tenantPlane.table(
  'identity_provider',
  {
    ...tenantKey(),
    issuer: text().notNull(),
    clientId: text().notNull(),
    /** Sealed under the server's secret (AES-256-GCM), base64url. */
    clientSecretSealed: text().notNull(),
    /** optional: a code works too; required: only this provider opens the bank. */
    mode: text({ enum: ['off', 'optional', 'required'] }).notNull(),
    /** When an administrator first signed in through exactly this provider; null again once it is changed. */
    provenAt: instant(),
    updatedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ name: 'identity_provider_tenant', columns: [t.tenantId], foreignColumns: [tenant.id] }),
    uniqueIndex('identity_provider_one').on(t.tenantId),
    oneOf('identity_provider_mode', t.mode, ['off', 'optional', 'required']),
  ],
);
