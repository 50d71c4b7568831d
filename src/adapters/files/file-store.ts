import type { Readable } from 'node:stream';

/**
 * Where uploaded files lie: whole or not at all. A key is made by the server and never by a person; it is written once,
 * and of two that write it at once one wins whole.
 */
export interface FileStore {
  /** Keeps all of `content` under the key. Fails, and keeps nothing, when the content breaks off or is not `size` bytes. */
  put(key: string, content: Readable, meta: { mediaType: string; size: number }): Promise<void>;
  /** Throws FileMissing when there is none; the content is the reader's to drain or destroy. */
  open(key: string): Promise<Readable>;
  /** Idempotent: what is not there is as good as removed. */
  remove(key: string): Promise<void>;
  /** The keys of all files below a key, in no order, page by page: memory doesn't grow with their number. */
  list(below: string): AsyncIterable<string>;
}

export class FileMissing extends Error {
  override name = 'FileMissing';
  constructor(readonly key: string) {
    super('no file is kept under this key');
  }
}

/** The content that was handed over is not as long as was said. */
export class FileCutShort extends Error {
  override name = 'FileCutShort';
  constructor(
    readonly expected: number,
    readonly seen: number,
  ) {
    super(`${expected} bytes were announced, ${seen} came`);
  }
}

const KEY = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;
const MAX_KEY_LENGTH = 512;

/** Throws on anything but words of [a-z0-9-] joined by single slashes: no path leads elsewhere. */
export function checkKey(key: string): void {
  if (key.length > MAX_KEY_LENGTH || !KEY.test(key)) throw new TypeError('not a key of the file store');
}
