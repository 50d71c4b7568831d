import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { EICAR, type Manner, startClamd } from './clamd.fixture';
import { clamdScanner } from './clamd-scanner';
import { openScanner } from './open-scanner';
import { ScannerUnavailable } from './scanner';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const of = (...pieces: string[]) => Readable.from(pieces.map((piece) => Buffer.from(piece)));

async function urlOf(options: { manner?: Manner; streamMaxLength?: number } = {}): Promise<string> {
  const clamd = await startClamd({ port: 0, host: '127.0.0.1' }, options);
  stops.push(clamd.stop);
  return `tcp://127.0.0.1:${(clamd.address as AddressInfo).port}`;
}

describe('a scan by clamd', () => {
  it('finds what is known, also where two pieces meet, and passes the rest', async () => {
    const scanner = openScanner({ CLAMD_URL: await urlOf() });
    expect(await scanner.scan(of('回答の証跡'))).toBe('clean');
    expect(await scanner.scan(of('x', EICAR))).toBe('infected');
    expect(await scanner.scan(of(EICAR.slice(0, 20), EICAR.slice(20)))).toBe('infected');
  });

  it('goes over a socket in the file system as well', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenken-clamd-'));
    const clamd = await startClamd({ path: join(folder, 'clamd.ctl') });
    stops.push(clamd.stop, () => rmSync(folder, { recursive: true, force: true }));
    const scanner = openScanner({ CLAMD_URL: `unix:${join(folder, 'clamd.ctl')}` });
    expect(await scanner.scan(of(EICAR))).toBe('infected');
  });

  it.each(['hang', 'close-midway', 'babble', 'deaf'] as const)(
    'is a refusal and never a pass when the scanner does this: %s',
    async (manner) => {
      const scanner = clamdScanner(new URL(await urlOf({ manner })), { silenceMs: 200, wholeMs: 2_000 });
      const large = Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(256 * 1024)));
      await expect(scanner.scan(manner === 'deaf' ? large : of('回答の証跡'))).rejects.toBeInstanceOf(
        ScannerUnavailable,
      );
    },
  );

  it('is a refusal when the file is larger than the scanner takes', async () => {
    const scanner = openScanner({ CLAMD_URL: await urlOf({ streamMaxLength: 1000 }) });
    await expect(scanner.scan(of('x'.repeat(1001)))).rejects.toBeInstanceOf(ScannerUnavailable);
  });

  it('is a refusal when nobody answers at the address', async () => {
    const scanner = openScanner({ CLAMD_URL: 'tcp://127.0.0.1:9' });
    await expect(scanner.scan(of('x'))).rejects.toBeInstanceOf(ScannerUnavailable);
  });

  it('ends with what broke the content, and not as a fault of the scanner', async () => {
    const scanner = openScanner({ CLAMD_URL: await urlOf() });
    function* breaking() {
      yield Buffer.from('half');
      throw new Error('connection reset');
    }
    await expect(scanner.scan(Readable.from(breaking()))).rejects.toThrow('connection reset');
  });
});

describe('without a scanner', () => {
  it('nothing is looked at, and that is what is said', async () => {
    const content = of(EICAR);
    expect(await openScanner({}).scan(content)).toBe('not_scanned');
    expect(content.destroyed).toBe(true);
  });
});
