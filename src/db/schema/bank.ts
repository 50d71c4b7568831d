import { sql } from 'drizzle-orm';
import { date, foreignKey, index, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { MailTexts } from '@/domain/mail-texts';
import { bytea, instant, oneOf, tenantKey, tenantPlane } from './planes';
import { tenant, userAccount } from './platform';

/** How the bank shows itself to vendors, and its house rules. One row a tenant. */
export const bankProfile = tenantPlane.table(
  'bank_profile',
  {
    ...tenantKey(),
    name: text().notNull(),
    nameEn: text().notNull(),
    /** 当行, 当金庫 or 当社. */
    selfTerm: text({ enum: ['当行', '当金庫', '当社'] }).notNull(),
    department: text().notNull(),
    departmentEn: text().notNull(),
    telephone: text().notNull(),
    /** Reply-To of every mail. */
    replyAddress: text().notNull(),
    businessHours: text().notNull(),
    /** HH:MM in Asia/Tokyo: when a due date ends. */
    closingTime: text().notNull().default('17:00'),
    idleMinutes: integer().notNull().default(30),
    defaultDueBusinessDays: integer().notNull().default(20),
    /** Bank business days before the due date. */
    reminderDays: integer().array().notNull().default([10, 3]),
    /** Bank business days after the due date. */
    overdueDays: integer().array().notNull().default([1, 5]),
    retentionYears: integer().notNull().default(10),
    /** Grades the bank gives at approval, best first; empty where it gives none. */
    grades: text().array().notNull().default([]),
    /** The bank's own words in its mails to vendors, by kind and language; what is absent keeps the product's. */
    mailTexts: jsonb().$type<MailTexts>().notNull().default({}),
    /** A PNG or JPEG as uploaded; null without one. */
    logo: bytea(),
    logoType: text({ enum: ['image/png', 'image/jpeg'] }),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ name: 'bank_profile_tenant', columns: [t.tenantId], foreignColumns: [tenant.id] }),
    uniqueIndex('bank_profile_one').on(t.tenantId),
  ],
);

/** A person's membership of one bank. Name, roles and disabling belong here; the address belongs to the account. */
export const member = tenantPlane.table(
  'member',
  {
    ...tenantKey(),
    userId: uuid()
      .notNull()
      .references(() => userAccount.id),
    name: text().notNull(),
    roles: text().array().notNull(),
    disabledAt: instant(),
    /** Last day of an auditor's access, in Asia/Tokyo; null for everybody else. */
    auditorUntil: date({ mode: 'string' }),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ name: 'member_tenant', columns: [t.tenantId], foreignColumns: [tenant.id] }),
    uniqueIndex('member_user').on(t.tenantId, t.userId),
  ],
);

/** A vendor（API接続先）as the bank keeps it. */
export const vendor = tenantPlane.table(
  'vendor',
  {
    ...tenantKey(),
    name: text().notNull(),
    kana: text().notNull().default(''),
    /** 法人番号, 13 digits; null while unknown. */
    corporateNumber: text(),
    /** 電子決済等代行業の登録番号, as printed in the register; '' while unknown. */
    registrationNumber: text().notNull().default(''),
    /** The finance bureau of the registration（財務局）. */
    registrationBureau: text().notNull().default(''),
    /** When the bank last looked it up; null: never. */
    registrationCheckedOn: date({ mode: 'string' }),
    /** Where the data is kept: country, region or data centre, in the bank's words. */
    dataLocation: text().notNull().default(''),
    notes: text().notNull().default(''),
    archivedAt: instant(),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ name: 'vendor_tenant', columns: [t.tenantId], foreignColumns: [tenant.id] }),
    uniqueIndex('vendor_corporate_number').on(t.tenantId, t.corporateNumber),
  ],
);

/** Whom a bank writes to at a vendor. Past values are in `revision`. */
export const vendorContact = tenantPlane.table(
  'vendor_contact',
  {
    ...tenantKey(),
    vendorId: uuid().notNull(),
    name: text().notNull(),
    department: text().notNull().default(''),
    /** Lower case, ASCII. */
    address: text().notNull(),
    language: text({ enum: ['ja', 'en'] }).notNull(),
    kind: text({ enum: ['primary', 'deputy', 'copy'] }).notNull(),
    bouncedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'vendor_contact_vendor',
      columns: [t.tenantId, t.vendorId],
      foreignColumns: [vendor.tenantId, vendor.id],
    }),
    uniqueIndex('vendor_contact_primary').on(t.tenantId, t.vendorId).where(sql`kind = 'primary'`),
    oneOf('vendor_contact_kind', t.kind, ['primary', 'deputy', 'copy']),
  ],
);

/** A service of a vendor（対象サービス）: what is assessed. Contract and kinds of API belong to it. */
export const service = tenantPlane.table(
  'service',
  {
    ...tenantKey(),
    vendorId: uuid().notNull(),
    name: text().notNull(),
    /** reference = 参照系, update = 更新系. */
    apiKinds: text().array().notNull(),
    criticality: text({ enum: ['high', 'medium', 'low'] }).notNull(),
    contractDate: date({ mode: 'string' }),
    archivedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'service_vendor',
      columns: [t.tenantId, t.vendorId],
      foreignColumns: [vendor.tenantId, vendor.id],
    }),
    index('service_of_vendor').on(t.tenantId, t.vendorId),
    oneOf('service_criticality', t.criticality, ['high', 'medium', 'low']),
  ],
);
