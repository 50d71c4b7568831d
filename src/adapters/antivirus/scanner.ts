import type { Readable } from 'node:stream';

/** `not_scanned`: no scanner is configured. One that is configured and doesn't answer throws ScannerUnavailable. */
export type ScanResult = 'clean' | 'infected' | 'not_scanned';

export interface Scanner {
  /** Reads the content to its end, or destroys it. Throws ScannerUnavailable; what was not looked at never passes. */
  scan(content: Readable): Promise<ScanResult>;
}

/** The configured scanner gave no verdict in time: refused, hung, closed midway, or found the file too large for it. */
export class ScannerUnavailable extends Error {
  override name = 'ScannerUnavailable';
}
