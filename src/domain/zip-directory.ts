/** What a ZIP's central directory says of one entry. Sizes are bytes as stated, which nothing here has checked. */
export interface ZipEntry {
  name: string;
  encrypted: boolean;
  /** A symbolic link, which could point anywhere once unpacked. */
  isLink: boolean;
  packedSize: number;
  size: number;
}

/** Where the directory lies in the file. */
export interface ZipDirectory {
  offset: number;
  length: number;
  count: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL_FILE = 0x04034b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const ENTRY_LENGTH = 46;
const ENCRYPTED = 1;
const UNIX_KIND = 0xf000;
const UNIX_LINK = 0xa000;

/** How many of a file's last bytes hold the end of its directory, at the most. */
export const ZIP_TAIL_BYTES = END_LENGTH + MAX_COMMENT;

/** True for the first bytes of a ZIP that holds something. */
export function beginsLikeZip(head: Uint8Array): boolean {
  return head.byteLength >= 4 && viewOf(head).getUint32(0, true) === LOCAL_FILE;
}

/**
 * Reads the end of the directory from the file's last bytes; null when there is none or it points outside the file, as
 * in one that was cut off. `size` is the whole file's. ZIP64 isn't read: no file that is taken here needs it.
 */
export function zipDirectoryOf(tail: Uint8Array, size: number): ZipDirectory | null {
  const view = viewOf(tail);
  const earliest = Math.max(0, tail.byteLength - ZIP_TAIL_BYTES);
  for (let end = tail.byteLength - END_LENGTH; end >= earliest; end -= 1) {
    if (view.getUint32(end, true) !== END_OF_DIRECTORY) continue;
    const count = view.getUint16(end + 10, true);
    const offset = view.getUint32(end + 16, true);
    const length = size - tail.byteLength + end - offset;
    return length < count * ENTRY_LENGTH ? null : { offset, length, count };
  }
  return null;
}

/** The entries of a directory's bytes; null when they are fewer than it counts or run out of it. */
export function zipEntriesOf(directory: Uint8Array, count: number): ZipEntry[] | null {
  const view = viewOf(directory);
  const names = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let left = count; left > 0; left -= 1) {
    if (at + ENTRY_LENGTH > directory.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: names.decode(directory.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & ENCRYPTED) === ENCRYPTED,
      isLink: ((view.getUint32(at + 38, true) >>> 16) & UNIX_KIND) === UNIX_LINK,
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
    });
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** All entries of a ZIP in memory; null when the bytes are no whole ZIP. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const directory = beginsLikeZip(bytes) ? zipDirectoryOf(bytes, bytes.byteLength) : null;
  if (directory === null) return null;
  return zipEntriesOf(bytes.subarray(directory.offset, directory.offset + directory.length), directory.count);
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
