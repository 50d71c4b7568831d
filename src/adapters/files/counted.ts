import { type Readable, Transform } from 'node:stream';
import { FileCutShort } from './file-store';

/** Passes content on and fails where it is not exactly `size` bytes: what came from a broken connection looks whole. */
export function counted(size: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.byteLength;
      if (seen > size) done(new FileCutShort(size, seen));
      else done(null, chunk);
    },
    flush(done) {
      done(seen === size ? null : new FileCutShort(size, seen));
    },
  });
}

/** For content that nobody reads yet: what breaks it is told by the pipeline that comes, and must not end the process. */
export function heldUntilRead(content: Readable): void {
  content.on('error', () => undefined);
}
