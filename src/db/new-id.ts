import { uuidv7 } from 'uuidv7';

/** A fresh id, made in the program: in order of time, so that indexes stay compact (RFC 9562, version 7). */
export function newId(): string {
  return uuidv7();
}
