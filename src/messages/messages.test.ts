import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MESSAGES } from './all';

type Tree = { readonly [key: string]: string | Tree };

const SOURCE = path.resolve(import.meta.dirname, '..');
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff\uff01-\uff60]/u;
/** The name of the language itself stands in its own script. */
const JAPANESE_IN_ENGLISH = new Set(['ui.language.other']);

function leaves(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? ([[`${prefix}.${key}`, value]] as [string, string][])
      : leaves(value, `${prefix}.${key}`),
  );
}

/** Names that an ICU message takes, tags included, whatever branch they stand in. */
function names(message: string): string[] {
  const found = new Set<string>();
  let at = 0;
  const sentence = (): void => {
    for (; at < message.length && message[at] !== '}'; at++) {
      const tag = /^<(\w+)>/.exec(message.slice(at));
      if (tag) found.add(`<${tag[1]}>`);
      if (message[at] === '{') argument();
    }
  };
  const argument = (): void => {
    const head = /^\{\s*(\w+)\s*(?:,\s*(plural|select|selectordinal)\s*,)?/.exec(message.slice(at));
    if (!head) throw new Error(`not an ICU message: ${message}`);
    found.add(head[1] ?? '');
    at += head[0].length;
    for (; message[at] !== '}'; at++) {
      if (at >= message.length) throw new Error(`not an ICU message: ${message}`);
      if (message[at] !== '{') continue;
      at++;
      sentence();
    }
  };
  sentence();
  if (at < message.length) throw new Error(`not an ICU message: ${message}`);
  return [...found].sort();
}

const namespaces = Object.keys(MESSAGES.ja) as (keyof (typeof MESSAGES)['ja'])[];

describe.each(namespaces)('the sentences of %s', (namespace) => {
  const ja = new Map(leaves(MESSAGES.ja[namespace], namespace));
  const en = new Map(leaves(MESSAGES.en[namespace], namespace));

  it('have the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...ja.keys()].sort());
  });

  it('take the same values in both languages', () => {
    for (const [key, message] of ja) {
      // 当行, 当金庫, 当社 (`self`) have no English: such a sentence names the bank there, or says "we".
      const left = names(message).includes('self') ? ['self', 'bank'] : [];
      const values = (said: string) => names(said).filter((name) => !left.includes(name));
      expect([key, values(en.get(key) ?? '')]).toEqual([key, values(message)]);
    }
  });

  it('are said in both languages, none left empty', () => {
    for (const [key, message] of [...ja, ...en]) expect(message.trim(), key).not.toBe('');
  });

  it('leave no Japanese in the English ones', () => {
    // A mail's subject opens with the field's own mark（【要対応】and its like）in either language.
    const words = (key: string, message: string) =>
      key.startsWith('mails.') ? message.replace(/^【[^】]+】/u, '') : message;
    const left = [...en].filter(
      ([key, message]) => JAPANESE.test(words(key, message)) && !JAPANESE_IN_ENGLISH.has(key),
    );
    expect(left).toEqual([]);
  });
});

describe('screens and widgets', () => {
  const files = ['screens', 'ui', 'app'].flatMap((room) =>
    readdirSync(path.join(SOURCE, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
      .map((name) => path.join(room, name)),
  );

  it('are read by this test', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(files)('%s holds no Japanese sentence of its own', (file) => {
    const code = readFileSync(path.join(SOURCE, file), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/(^|\s)\/\/.*$/gm, '');
    expect(code.split('\n').filter((line) => JAPANESE.test(line))).toEqual([]);
  });
});
