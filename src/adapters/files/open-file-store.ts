import { resolve } from 'node:path';
import type { Env } from '@/env';
import type { FileStore } from './file-store';
import { folderStore } from './folder-store';
import { s3Store } from './s3-store';

/** The bucket that the environment names, else its folder, else one below the data folder (embedded mode alone). */
export function openFileStore(env: Env): FileStore {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (bucket && region) {
    return s3Store({
      bucket,
      region,
      endpoint: env.S3_ENDPOINT,
      pathStyle: env.S3_PATH_STYLE,
      credentials:
        S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
          ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
          : undefined,
    });
  }
  return folderStore(env.EVIDENCE_DIR ?? resolve(env.DATA_DIR, 'evidence'));
}
