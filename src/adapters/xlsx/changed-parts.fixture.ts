import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { type MadeEntry, madeZip } from './made-zip.fixture';

/** A workbook with parts of its text replaced, and all else as it was. */
export async function changedParts(
  file: Uint8Array,
  change: (name: string, text: string) => string,
): Promise<Uint8Array> {
  const zip = await fromBufferPromise(Buffer.from(file));
  const entries: MadeEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    const text = (await buffer(await zip.openReadStreamPromise(entry))).toString();
    entries.push({ name: entry.fileName, content: change(entry.fileName, text) });
  }
  return madeZip(entries);
}
