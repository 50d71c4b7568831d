import { TextCheck } from './text-check';
import { zipEntries } from './zip-directory';

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

/** What a file of the kind begins with. */
export const MAGIC: Partial<Record<string, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
};
/** The part of an Office file that says what it is. */
export const MAIN_PART: Partial<Record<string, string>> = {
  xlsx: 'xl/workbook.xml',
  docx: 'word/document.xml',
  pptx: 'ppt/presentation.xml',
};

/** A part that holds macros. */
export const isMacroPart = (name: string) => /vbaProject\.bin$/i.test(name);

/** The ending of a file's name, in small letters and without its dot; '' without one. */
export function endingOf(fileName: string): string {
  return /\.([a-z0-9]+)$/.exec(fileName.toLowerCase())?.[1] ?? '';
}

/**
 * The media type of a file whose name and content agree on one of the kinds that are kept; null for anything else: an
 * unknown ending, a content of another kind, a workbook with macros or under a password (which is no ZIP at all).
 */
export function documentTypeOf(fileName: string, bytes: Uint8Array): DocumentMediaType | null {
  const ending = endingOf(fileName);
  if (!isEnding(ending)) return null;
  return agrees(ending, bytes) ? DOCUMENT_TYPES[ending] : null;
}

const isEnding = (text: string): text is DocumentEnding => Object.hasOwn(DOCUMENT_TYPES, text);

function agrees(ending: DocumentEnding, bytes: Uint8Array): boolean {
  const magic = MAGIC[ending];
  if (magic) return beginsWith(bytes, magic);
  const mainPart = MAIN_PART[ending];
  if (mainPart) {
    const parts = zipEntries(bytes) ?? [];
    if (parts.some(({ name, encrypted }) => encrypted || isMacroPart(name))) return false;
    return parts.some(({ name }) => name === mainPart);
  }
  const text = new TextCheck();
  text.add(bytes);
  return text.end();
}

export function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}
