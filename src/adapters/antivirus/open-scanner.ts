import type { Env } from '@/env';
import { clamdScanner } from './clamd-scanner';
import { noScanner } from './no-scanner';
import type { Scanner } from './scanner';

/** The scanner that the environment names; without one, everything is "not scanned" and says so. */
export function openScanner({ CLAMD_URL }: Pick<Env, 'CLAMD_URL'>): Scanner {
  return CLAMD_URL ? clamdScanner(new URL(CLAMD_URL)) : noScanner;
}
