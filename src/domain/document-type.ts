/** What may be kept as a document, by the ending of its name. The content must agree. */
export const DOCUMENT_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
  csv: 'text/csv',
} as const;

export type DocumentEnding = keyof typeof DOCUMENT_TYPES;
export type DocumentMediaType = (typeof DOCUMENT_TYPES)[DocumentEnding];

export const MAX_DOCUMENT_MEGABYTES = 10;

const MAGIC: Partial<Record<DocumentEnding, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
};
const MAIN_PART: Partial<Record<DocumentEnding, string>> = { xlsx: 'xl/workbook.xml', docx: 'word/document.xml' };

/**
 * The media type of a file whose name and content agree on one of the kinds that are kept; null for anything else: an
 * unknown ending, a content of another kind, a workbook with macros or under a password (which is no ZIP at all).
 */
export function documentTypeOf(fileName: string, bytes: Uint8Array): DocumentMediaType | null {
  const ending = /\.([a-z]+)$/.exec(fileName.toLowerCase())?.[1] ?? '';
  if (!isEnding(ending)) return null;
  return agrees(ending, bytes) ? DOCUMENT_TYPES[ending] : null;
}

const isEnding = (text: string): text is DocumentEnding => Object.hasOwn(DOCUMENT_TYPES, text);

function agrees(ending: DocumentEnding, bytes: Uint8Array): boolean {
  const magic = MAGIC[ending];
  if (magic) return magic.every((byte, at) => bytes[at] === byte);
  const mainPart = MAIN_PART[ending];
  if (mainPart) {
    const parts = zipParts(bytes) ?? [];
    return parts.includes(mainPart) && !parts.some((part) => /vbaProject\.bin$/i.test(part));
  }
  return isText(bytes);
}

/** Readable text in UTF-8 or Shift_JIS without any control sign but tab and line ends. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte === 0x7f || (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)))
    return false;
  return ['utf-8', 'shift_jis'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  });
}

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL_FILE = 0x04034b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const ENTRY_LENGTH = 46;

/** The names in a ZIP's central directory; null when the bytes are no ZIP, are cut off, or an entry is encrypted. */
function zipParts(bytes: Uint8Array): string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < END_LENGTH || view.getUint32(0, true) !== LOCAL_FILE) return null;
  const earliest = Math.max(0, bytes.byteLength - END_LENGTH - MAX_COMMENT);
  let end = bytes.byteLength - END_LENGTH;
  while (end >= earliest && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < earliest) return null;
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) return null;
    if ((view.getUint16(at + 8, true) & 1) === 1) return null;
    const nameLength = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)));
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}
