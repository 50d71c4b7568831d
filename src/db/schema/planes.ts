import { sql } from 'drizzle-orm';
import { check, customType, type PgColumn, pgSchema, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * Every table stands in exactly one plane, and a plane is a PostgreSQL schema: what is not in one of them is a mistake
 * that the catalogue test reports. The fourth plane, `queue`, belongs to BullMQ and has no table of ours.
 */
export const tenantPlane = pgSchema('tenant');
export const respondentsPlane = pgSchema('respondents');
export const platformPlane = pgSchema('platform');

/** The two columns that lead every key of the tenant plane. */
export const tenantKey = () => ({ tenantId: uuid().notNull(), id: uuid().notNull() });

export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });

/** A check that a text column holds one of the listed words. */
export function oneOf(name: string, column: PgColumn, values: readonly string[]) {
  const list = values.map((value) => `'${value}'`).join(', ');
  return check(name, sql`${column} in (${sql.raw(list)})`);
}

export const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
});
