import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BANK_EVENT_KINDS, eventWordsKey, ORGANISATION_EVENT_KINDS } from '@/domain/event-kinds';
import { MESSAGES } from '@/messages/all';

const SRC = fileURLToPath(new URL('../../', import.meta.url));
/** Where events are written; tests and what imitates the product apart. */
const WRITERS = ['usecases', 'auth', 'db', 'domain', 'ops/audit', 'ops/tenants'];
const files = WRITERS.flatMap((room) =>
  readdirSync(`${SRC}${room}`, { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
).filter(
  (path) =>
    path.endsWith('.ts') &&
    !/\.(test|fixture)\.ts$/.test(path) &&
    !path.startsWith('usecases/testing/') &&
    path !== 'domain/event-kinds.ts',
);
const sources = files.map((path) => readFileSync(`${SRC}${path}`, 'utf8')).join('\n');
/** Kinds that are put together: `noun.${…}`. */
const MADE_UP: Readonly<Record<string, readonly string[]>> = {
  campaign: ['pause', 'resume', 'close', 'reopen'],
  mail: ['cancelled', 'skipped'],
};

describe('what a chain says', () => {
  // That code writes no other kind is the compiler's: an EventDraft takes nothing else.
  it('has words for every kind, and no words without a kind, in both languages', () => {
    const keys = BANK_EVENT_KINDS.map(eventWordsKey);
    expect(new Set(keys).size).toBe(BANK_EVENT_KINDS.length);
    for (const language of ['ja', 'en'] as const) {
      const words: Record<string, string> = MESSAGES[language].auditor.eventKinds;
      expect(Object.keys(words).toSorted(), language).toEqual(keys.toSorted());
      for (const [key, text] of Object.entries(words)) expect(text.trim(), key).not.toBe('');
    }
  });

  it('is written somewhere: no kind is kept that nothing appends', () => {
    expect(files.length).toBeGreaterThan(100);
    const unwritten = [...BANK_EVENT_KINDS, ...ORGANISATION_EVENT_KINDS].filter((kind) => {
      if (sources.includes(`'${kind}'`)) return false;
      const [noun = '', verb = ''] = kind.split('.');
      return !(MADE_UP[noun]?.includes(verb) && sources.includes(`\`${noun}.\${`));
    });
    expect(unwritten).toEqual([]);
  });
});
