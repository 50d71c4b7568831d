import { describe, expect, it } from 'vitest';
import { EnvError, loadEnv, namesServers } from './env';

const complete = {
  DATABASE_URL: 'postgres://app@db/tenken',
  SMTP_URL: 'smtp://mail:25',
  TENKEN_SECRET: '0123456789abcdef0123456789abcdef',
  TENKEN_URL: 'https://tenken.example.jp',
  MAIL_FROM: '点検 <tenken@example.jp>',
  EVIDENCE_DIR: '/var/lib/tenken/evidence',
};

function variablesOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof EnvError) return error.variables;
    throw error;
  }
  return [];
}

describe('loadEnv', () => {
  it('fills in port, data folder and log level', () => {
    expect(loadEnv(complete)).toMatchObject({
      PORT: 3000,
      DATA_DIR: '.data',
      LOG_LEVEL: 'info',
      TENKEN_EMBEDDED: false,
    });
  });

  it('names every missing variable at once', () => {
    expect(variablesOf(() => loadEnv({ DATABASE_URL: complete.DATABASE_URL }))).toEqual([
      'SMTP_URL',
      'TENKEN_SECRET',
      'TENKEN_URL',
      'MAIL_FROM',
      'EVIDENCE_DIR | S3_BUCKET',
    ]);
  });

  it('names the owner where it is asked for as well', () => {
    expect(variablesOf(() => loadEnv(complete, ['DATABASE_OWNER_URL']))).toEqual(['DATABASE_OWNER_URL']);
  });

  it('counts an empty variable as absent', () => {
    expect(variablesOf(() => loadEnv({ ...complete, SMTP_URL: '' }))).toEqual(['SMTP_URL']);
    expect(loadEnv({ ...complete, REDIS_URL: '' }).REDIS_URL).toBeUndefined();
  });

  it('refuses a secret of fewer than 32 bytes without repeating it', () => {
    const short = { ...complete, TENKEN_SECRET: 'too-short' };
    expect(() => loadEnv(short)).toThrow(/TENKEN_SECRET/);
    expect(() => loadEnv(short)).not.toThrow(/too-short/);
  });

  it('refuses an address of another kind of server', () => {
    expect(() => loadEnv({ ...complete, DATABASE_URL: 'mysql://db/tenken' })).toThrow(/DATABASE_URL/);
    expect(() => loadEnv({ ...complete, TENKEN_URL: 'tenken.example.jp' })).toThrow(/TENKEN_URL/);
  });

  it('refuses a line break in the sender', () => {
    expect(() => loadEnv({ ...complete, MAIL_FROM: 'a@example.jp\r\nBcc: b@example.jp' })).toThrow(/MAIL_FROM/);
  });

  it('keeps only the origin of the public address', () => {
    expect(loadEnv({ ...complete, TENKEN_URL: 'https://tenken.example.jp/x?y' }).TENKEN_URL).toBe(
      'https://tenken.example.jp',
    );
  });

  it('says it in Japanese and in English', () => {
    expect(() => loadEnv({})).toThrow(/環境変数が足りない[\s\S]*Missing or malformed/);
  });
});

describe('namesServers', () => {
  it('takes one named server for the wish to use servers', () => {
    expect(namesServers({ REDIS_URL: 'redis://r' })).toBe(true);
    expect(namesServers({ DATABASE_URL: '', PORT: '3001' })).toBe(false);
  });
});

describe('the place for evidence', () => {
  const { EVIDENCE_DIR: _folder, ...without } = complete;

  it('must be named once servers are', () => {
    expect(variablesOf(() => loadEnv(without))).toEqual(['EVIDENCE_DIR | S3_BUCKET']);
    expect(loadEnv({ ...without, TENKEN_EMBEDDED: '1' }).EVIDENCE_DIR).toBeUndefined();
  });

  it('is a folder or a bucket, never both', () => {
    const bucket = { S3_BUCKET: 'evidence', S3_REGION: 'ap-northeast-1' };
    expect(loadEnv({ ...without, ...bucket })).toMatchObject({ ...bucket, S3_PATH_STYLE: false });
    expect(variablesOf(() => loadEnv({ ...complete, ...bucket }))).toEqual(['EVIDENCE_DIR | S3_BUCKET']);
  });

  it.each([
    [{ S3_BUCKET: 'evidence' }, ['S3_REGION']],
    [{ S3_ENDPOINT: 'https://s3.example.jp' }, ['S3_REGION', 'S3_BUCKET']],
    [{ S3_BUCKET: 'evidence', S3_REGION: 'r', S3_ACCESS_KEY_ID: 'id' }, ['S3_SECRET_ACCESS_KEY']],
    [{ S3_BUCKET: 'evidence', S3_REGION: 'r', S3_SECRET_ACCESS_KEY: 'key' }, ['S3_ACCESS_KEY_ID']],
  ])('half described as %j names what is missing', (given, missing) => {
    expect(variablesOf(() => loadEnv({ ...without, ...given }))).toEqual(missing);
  });

  it('and a scanner are addresses of their own kinds', () => {
    for (const CLAMD_URL of ['tcp://clamd:3310', 'unix:/run/clamav/clamd.ctl']) {
      expect(loadEnv({ ...complete, CLAMD_URL }).CLAMD_URL).toBe(CLAMD_URL);
    }
    expect(() => loadEnv({ ...complete, CLAMD_URL: 'http://clamd' })).toThrow(/CLAMD_URL/);
    expect(() => loadEnv({ ...complete, S3_ENDPOINT: 'ftp://s3' })).toThrow(/S3_ENDPOINT/);
  });
});
