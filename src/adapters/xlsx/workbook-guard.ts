import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { type FileFailure, failed } from '@/domain/file-failure';

const MEBIBYTE = 1024 * 1024;
export const MAX_FILE_BYTES = 10 * MEBIBYTE;
const MAX_ENTRIES = 2_000;
const MAX_ENTRY_BYTES = 32 * MEBIBYTE;
const MAX_TOTAL_BYTES = 64 * MEBIBYTE;
const MAX_RATIO = 200;
/**
 * The reader makes a tree of every part that is no sheet: about so many bytes for each of its tags, beside the part
 * itself inflated twice and as text. What comes to more than this leaves a reading no room below 256 MB, and is not begun.
 */
const TREE_BYTES_PER_TAG = 200;
const TREE_COPIES = 3;
const MAX_TREE_BYTES = 180 * MEBIBYTE;
const TAG = '<'.charCodeAt(0);

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
const CONTENT_TYPES = '[Content_Types].xml';
/** What can run or reach outside: never opened, wherever it lies. */
const MACRO = /vbaProject|\/macrosheets\//i;
const LINKED = /(?:^|\/)(?:externalLinks|embeddings|activeX)\//i;

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
/** An entry of a text table: none stands in a sheet, whose tags are not counted. */
const SHARED_TEXT = /<(?:\w+:)?si[\s/>]/;
const SHEET_END = /<\/(?:\w+:)?worksheet>\s*$/;
/** Characters of a part that are looked at again with the next piece; as many as its closing tag may need. */
const TAIL = 64;

type Verdict = { failure: FileFailure } | null;

/**
 * Looks at a workbook before any library parses it: every entry is inflated and counted, its declared sizes are not
 * believed. Null when it may be read.
 */
export async function guardWorkbook(bytes: Uint8Array): Promise<Verdict> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) return failed('file-empty');
  if (buffer.length > MAX_FILE_BYTES) return failed('file-too-large', { megabytes: MAX_FILE_BYTES / MEBIBYTE });
  // A workbook with a password is an OLE container, and so is one of Excel 97.
  if (buffer.subarray(0, OLE.length).equals(OLE))
    return failed(buffer.includes(ENCRYPTED_PACKAGE) ? 'file-encrypted' : 'file-old-excel');
  if (!buffer.subarray(0, ZIP.length).equals(ZIP)) return failed('file-kind-unknown');
  try {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
    return await guardEntries(zip);
  } catch {
    // yauzl speaks of offsets and signatures: for the person it is one thing, the file is damaged.
    return failed('file-broken');
  }
}

async function guardEntries(zip: ZipFile): Promise<Verdict> {
  if (zip.entryCount > MAX_ENTRIES) return failed('file-inflates');
  const names = new Set<string>();
  let total = 0;
  let types = '';
  for await (const entry of zip.eachEntry()) {
    const refused = refusedByDirectory(entry);
    if (refused) return refused;
    // Two entries of one name let two readers see two files.
    if (names.has(entry.fileName.toLowerCase())) return failed('file-broken');
    names.add(entry.fileName.toLowerCase());
    if (entry.fileName.endsWith('/')) continue;
    const text = entry.fileName === CONTENT_TYPES ? [] : null;
    const content = await inflate(zip, entry, MAX_TOTAL_BYTES - total, text);
    if ('failure' in content) return content;
    total += content.size;
    if (text) types = Buffer.concat(text).toString('utf8');
  }
  if (!names.has(CONTENT_TYPES.toLowerCase()) || !types.includes('spreadsheetml')) return failed('file-kind-unknown');
  if (types.includes('macroEnabled')) return failed('file-macro', { part: CONTENT_TYPES });
  return names.has('xl/workbook.xml') ? null : failed('file-kind-unknown');
}

function refusedByDirectory(entry: Entry): Verdict {
  if (entry.isEncrypted()) return failed('file-encrypted');
  if (MACRO.test(entry.fileName)) return failed('file-macro', { part: entry.fileName });
  if (LINKED.test(entry.fileName)) return failed('file-linked', { part: entry.fileName });
  if (entry.uncompressedSize > MAX_ENTRY_BYTES) return failed('file-inflates');
  if (entry.uncompressedSize > entry.compressedSize * MAX_RATIO) return failed('file-inflates');
  return null;
}

/** Counts what an entry inflates to, stopping at the first byte too many; `keep` takes the pieces when it is given. */
async function inflate(
  zip: ZipFile,
  entry: Entry,
  left: number,
  keep: Buffer[] | null,
): Promise<{ size: number } | { failure: FileFailure }> {
  const stream = await zip.openReadStreamPromise(entry);
  const isSheet = SHEET.test(entry.fileName);
  let size = 0;
  let tags = 0;
  let tail = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_ENTRY_BYTES || size > left) return failed('file-inflates');
    if (!isSheet) {
      tags += tagsIn(chunk);
      if (tags * TREE_BYTES_PER_TAG + size * TREE_COPIES > MAX_TREE_BYTES) return failed('file-inflates');
    }
    // No part of a workbook declares entities; one that does is made to swell in the parser.
    const seen = tail + chunk.toString('latin1');
    if (/<!(?:DOCTYPE|ENTITY)/i.test(seen)) return failed('file-broken');
    if (isSheet && SHARED_TEXT.test(seen)) return failed('file-broken');
    tail = seen.slice(-TAIL);
    keep?.push(chunk);
  }
  // The parser takes a sheet that was cut off for a short one.
  if (isSheet && !SHEET_END.test(tail)) return failed('file-broken');
  return { size };
}

function tagsIn(chunk: Buffer): number {
  let tags = 0;
  for (let at = 0; at < chunk.length; at += 1) if (chunk[at] === TAG) tags += 1;
  return tags;
}
