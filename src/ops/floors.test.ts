import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** The oldest version of each package without a known hole that matters here (November 2026). */
const FLOORS: Readonly<Record<string, string>> = {
  next: '16.3.3',
  'next-auth': '4.24.15',
  nodemailer: '8.0.9',
  '@trpc/server': '11.8.0',
  'drizzle-orm': '0.45.2',
};
/** Frozen upstream with open holes. */
const BANNED = ['xlsx'];

const lock = JSON.parse(readFileSync(fileURLToPath(new URL('../../package-lock.json', import.meta.url)), 'utf8')) as {
  packages: Record<string, { version?: string }>;
};
const installed = Object.entries(lock.packages).map(([path, { version }]) => ({
  name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  version: version ?? '0',
}));

function isBelow(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split(/[.-]/).map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

it('installs nothing below its floor', () => {
  for (const [name, floor] of Object.entries(FLOORS)) {
    const found = installed.filter((each) => each.name === name);
    expect(found.length, `${name} is not installed`).toBeGreaterThan(0);
    expect(
      found.filter((each) => isBelow(each.version, floor)),
      name,
    ).toEqual([]);
  }
});

it('notices a version below a floor', () => {
  expect(isBelow('16.3.2', '16.3.3')).toBe(true);
  expect(isBelow('16.4.0', '16.3.3')).toBe(false);
  expect(isBelow('4.24.15', '4.24.15')).toBe(false);
});

it('installs nothing that is banned', () => {
  expect(installed.filter((each) => BANNED.includes(each.name))).toEqual([]);
});
