import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from './migrate';
import { type TestDatabase, testDatabase } from './test-database';

describe('migrate', () => {
  let database: TestDatabase;
  let app: ReturnType<typeof postgres>;

  beforeAll(async () => {
    database = await testDatabase();
    app = postgres(database.appUrl, { max: 1, onnotice: () => undefined });
  });
  afterAll(async () => {
    await app.end();
    await database.drop();
  });

  it('changes nothing and succeeds when run again', async () => {
    await expect(migrate({ ...database, withQueue: true })).resolves.toBeUndefined();
  });

  it('leaves the serving login unable to read until it takes a role on', async () => {
    await expect(app`select * from platform.tenant`).rejects.toMatchObject({ code: '42501' });
    const rows = await app.begin((tx) => [tx`set local role tenken_identity`, tx`select * from platform.tenant`]);
    expect(rows[1]).toEqual([]);
  });

  it('keeps the queue apart from the tenants’ roles', async () => {
    const read = (role: string) =>
      app.begin((tx) => [tx`set local role ${tx(role)}`, tx`select 1 from queue.migration`]);
    await expect(read('tenken_queue')).resolves.toBeDefined();
    await expect(read('tenken_bank')).rejects.toMatchObject({ code: '42501' });
  });

  it('refuses a serving login that is the owner', async () => {
    const both = { ownerUrl: database.ownerUrl, appUrl: database.ownerUrl, withQueue: true };
    await expect(migrate(both)).rejects.toThrow(/所有者/);
  });

  it('says which right the owner lacks', async () => {
    const swapped = { ownerUrl: database.appUrl, appUrl: database.appUrl, withQueue: true };
    await expect(migrate(swapped)).rejects.toThrow(/CREATEROLE/);
  });

  it('makes a UTF-8 database in Japanese order', async () => {
    const [row] = await app`select encoding, datlocprovider, datlocale from pg_database
      where datname = current_database()`;
    expect(row).toEqual({ encoding: 6, datlocprovider: 'i', datlocale: 'ja-JP' });
  });
});
