import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEnv } from '@/env';
import type { FileStore } from './file-store';
import { openFileStore } from './open-file-store';
import { type S3Server, startS3 } from './s3-server.fixture';

const ENVIRONMENT = {
  DATABASE_URL: 'postgres://app@db/tenken',
  SMTP_URL: 'smtp://mail:25',
  TENKEN_SECRET: '0123456789abcdef0123456789abcdef',
  TENKEN_URL: 'https://tenken.example.jp',
  MAIL_FROM: 'tenken@example.jp',
};

let folder: string;
let s3: S3Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenken-open-files-'));
  s3 = await startS3();
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

const put = (store: FileStore) =>
  store.put('a', Readable.from([Buffer.from('x')]), { mediaType: 'text/plain', size: 1 });

describe('the store that the environment names', () => {
  it('is its folder', async () => {
    await put(openFileStore(loadEnv({ ...ENVIRONMENT, EVIDENCE_DIR: join(folder, 'named') })));
    expect(await readdir(join(folder, 'named'))).toContain('a');
  });

  it('is below the data folder in embedded mode', async () => {
    await put(openFileStore(loadEnv({ ...ENVIRONMENT, TENKEN_EMBEDDED: '1', DATA_DIR: folder })));
    expect(await readdir(join(folder, 'evidence'))).toContain('a');
  });

  it('is its bucket, with its key and the way of its addresses', async () => {
    const { bucket, region, endpoint, credentials } = s3.place;
    const named = {
      S3_BUCKET: bucket,
      S3_REGION: region,
      S3_ENDPOINT: endpoint,
      S3_ACCESS_KEY_ID: credentials?.accessKeyId,
      S3_SECRET_ACCESS_KEY: credentials?.secretAccessKey,
      S3_PATH_STYLE: '1',
    };
    await put(openFileStore(loadEnv({ ...ENVIRONMENT, ...named })));
    expect(s3.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['PUT /evidence/a?x-id=PutObject']);
  });
});
