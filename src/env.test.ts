import { describe, expect, it } from 'vitest';
import { EnvError, loadEnv, namesServers } from './env';

const complete = {
  DATABASE_URL: 'postgres://app@db/tenken',
  SMTP_URL: 'smtp://mail:25',
  TENKEN_SECRET: '0123456789abcdef0123456789abcdef',
  TENKEN_URL: 'https://tenken.example.jp',
  MAIL_FROM: '点検 <tenken@example.jp>',
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
