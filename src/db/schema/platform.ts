import { boolean, index, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, oneOf, platformPlane } from './planes';

/** A bank. Its own data stands in the tenant plane; this row only says that it exists and may be served. */
export const tenant = platformPlane.table(
  'tenant',
  {
    id: uuid().primaryKey(),
    slug: text().notNull(),
    status: text({ enum: ['active', 'suspended'] })
      .notNull()
      .default('active'),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('tenant_slug').on(t.slug), oneOf('tenant_status', t.status, ['active', 'suspended'])],
);

/** A person who signs in for one or more banks; the columns are those next-auth expects of a user. */
export const userAccount = platformPlane.table(
  'user_account',
  {
    id: uuid().primaryKey(),
    name: text(),
    /** Lower case, ASCII. Unique here only: name, role and disabling belong to the membership. */
    email: text().notNull(),
    emailVerified: instant(),
    image: text(),
  },
  (t) => [uniqueIndex('user_account_email').on(t.email)],
);

/** A link to an OpenID provider's account, in next-auth's columns. */
export const linkedAccount = platformPlane.table(
  'linked_account',
  {
    userId: uuid()
      .notNull()
      .references(() => userAccount.id, { onDelete: 'cascade' }),
    type: text().notNull(),
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    refresh_token: text('refresh_token'),
    access_token: text('access_token'),
    expires_at: integer('expires_at'),
    token_type: text('token_type'),
    scope: text('scope'),
    id_token: text('id_token'),
    session_state: text('session_state'),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] })],
);

/** A member's session. The token is stored as SHA-256, so a dump opens nothing. */
export const memberSession = platformPlane.table(
  'member_session',
  {
    sessionToken: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => userAccount.id, { onDelete: 'cascade' }),
    expires: instant().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    /** The bank being worked for; null until the person has chosen among several. */
    tenantId: uuid().references(() => tenant.id),
    /** The bank whose OpenID provider vouched for this session; null after a code. */
    vouchedTenantId: uuid().references(() => tenant.id),
  },
  (t) => [index('member_session_user').on(t.userId)],
);

/**
 * A one-time code for a member (audience bank) or a respondent. The code itself is derived from the row's id and the
 * server's secret, so that the worker can mail it and no copy is at rest; `codeHash` is what an entry is compared with.
 */
export const oneTimeCode = platformPlane.table(
  'one_time_code',
  {
    id: uuid().primaryKey(),
    audience: text({ enum: ['bank', 'respondent'] }).notNull(),
    /** Lower case, ASCII. */
    address: text().notNull(),
    codeHash: text().notNull(),
    /** SHA-256 of a random cookie: the code works only in the browser that asked for it. */
    browserHash: text().notNull(),
    /** The invitation that it was asked with; null when the address was typed. No foreign key: another plane. */
    tenantId: uuid(),
    invitationId: uuid(),
    /** False for an address that nobody knows: same page, no mail. */
    deliverable: boolean().notNull(),
    locale: text({ enum: ['ja', 'en'] }).notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    tries: integer().notNull().default(0),
    usedAt: instant(),
    mailState: text({ enum: ['planned', 'sending', 'sent', 'uncertain', 'failed', 'none'] }).notNull(),
    mailAttempts: integer().notNull().default(0),
    mailClaimedAt: instant(),
    sentAt: instant(),
  },
  (t) => [
    index('one_time_code_address').on(t.address, t.createdAt),
    index('one_time_code_browser').on(t.browserHash, t.createdAt),
    index('one_time_code_mail').on(t.mailState, t.createdAt),
  ],
);
