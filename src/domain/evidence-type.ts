import { beginsWith, DOCUMENT_TYPES, endingOf, isMacroPart, MAGIC, MAIN_PART } from './document-type';
import { TextCheck } from './text-check';
import { beginsLikeZip, ZIP_TAIL_BYTES, type ZipEntry, zipDirectoryOf, zipEntriesOf } from './zip-directory';

/** What may be handed in as evidence, by the ending of its name. The content must agree; what isn't here is refused. */
export const EVIDENCE_TYPES = {
  ...DOCUMENT_TYPES,
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  zip: 'application/zip',
} as const;
type EvidenceEnding = keyof typeof EVIDENCE_TYPES;
export type EvidenceMediaType = (typeof EVIDENCE_TYPES)[EvidenceEnding];

export const MAX_EVIDENCE_MEGABYTES = 50;
/** Files of one assessment that are not put away. */
export const MAX_EVIDENCE_FILES = 300;

/** A file that is too large to be held in memory whole. */
export interface FileBytes {
  readonly size: number;
  /** Fewer bytes only where the file ends. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

export type EvidenceFault =
  | { refused: 'evidence-kind-refused' | 'evidence-encrypted-zip' | 'evidence-encrypted-office' }
  | { refused: 'evidence-zip-inflates' }
  | { refused: 'evidence-zip-executable' | 'evidence-zip-nested' | 'evidence-zip-path'; name: string };

const HEAD_BYTES = 16;
const PIECE_BYTES = 1024 * 1024;
/** Longest directory that is read; 2,000 entries with long names take less. */
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024;
const MAX_ENTRIES = 2000;
const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;
/** Below this size a high ratio is what short or empty text gives, and harmless. */
const RATIO_FROM_BYTES = 1024 * 1024;
const MAX_RATIO = 200;
/** The container of an Office file under a password, as of the old Office formats. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What runs when somebody opens it, on any desk; pages and drawings with scripts among them. */
const RUNNING = new Set(
  (
    'exe com dll scr pif cpl msi msp msix appx bat cmd ps1 psm1 vb vbs vbe js jse mjs wsf wsh hta lnk url scf reg inf jar ' +
    'app dmg pkg sh bash command apk chm html htm xhtml mht mhtml svg docm dotm xlsm xltm xlam xll pptm potm ppam ppsm'
  ).split(' '),
);
/** What can't be looked into without unpacking it: a password or a programme would pass unseen. */
const ARCHIVES = new Set('zip 7z rar lzh lha cab gz tgz tar bz2 xz zst iso img vhd vhdx'.split(' '));

/**
 * The media type of a file whose name and content agree on one of the kinds that are taken, or why it is refused. Reads
 * the directory of a ZIP and never unpacks anything: sizes are those that the ZIP states.
 */
export async function examineEvidence(
  fileName: string,
  file: FileBytes,
): Promise<{ mediaType: EvidenceMediaType } | EvidenceFault> {
  const ending = endingOf(fileName);
  if (!isEnding(ending)) return { refused: 'evidence-kind-refused' };
  const fault = await faultOf(ending, file);
  return fault ?? { mediaType: EVIDENCE_TYPES[ending] };
}

const isEnding = (text: string): text is EvidenceEnding => Object.hasOwn(EVIDENCE_TYPES, text);

async function faultOf(ending: EvidenceEnding, file: FileBytes): Promise<EvidenceFault | null> {
  const kindRefused = { refused: 'evidence-kind-refused' } as const;
  const head = await file.read(0, HEAD_BYTES);
  const magic = MAGIC[ending];
  if (magic) return beginsWith(head, magic) ? null : kindRefused;
  const mainPart = MAIN_PART[ending];
  if (mainPart === undefined && ending !== 'zip') return (await isText(file)) ? null : kindRefused;
  if (mainPart !== undefined && beginsWith(head, COMPOUND_FILE)) return { refused: 'evidence-encrypted-office' };
  const entries = beginsLikeZip(head) ? await entriesIn(file) : null;
  if (entries === null) return kindRefused;
  if (entries === 'too-many') return { refused: 'evidence-zip-inflates' };
  if (entries.some(({ encrypted }) => encrypted)) return { refused: 'evidence-encrypted-zip' };
  if (inflates(entries)) return { refused: 'evidence-zip-inflates' };
  if (mainPart === undefined) return faultAmong(entries);
  const fits = entries.some(({ name }) => name === mainPart) && !entries.some(({ name }) => isMacroPart(name));
  return fits ? null : kindRefused;
}

async function entriesIn(file: FileBytes): Promise<ZipEntry[] | 'too-many' | null> {
  const length = Math.min(ZIP_TAIL_BYTES, file.size);
  const directory = zipDirectoryOf(await file.read(file.size - length, length), file.size);
  if (directory === null) return null;
  if (directory.count > MAX_ENTRIES || directory.length > MAX_DIRECTORY_BYTES) return 'too-many';
  return zipEntriesOf(await file.read(directory.offset, directory.length), directory.count);
}

function inflates(entries: readonly ZipEntry[]): boolean {
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  return (
    unpacked > MAX_UNPACKED_BYTES ||
    entries.some(({ size, packedSize }) => size > RATIO_FROM_BYTES && size > packedSize * MAX_RATIO)
  );
}

/** What somebody who unpacks the ZIP would meet. */
function faultAmong(entries: readonly ZipEntry[]): EvidenceFault | null {
  for (const { name, isLink } of entries) {
    // As a desk would read it: full-width signs, unseen marks, dots and blanks at the end don't hide an ending.
    const plain = name
      .normalize('NFKC')
      .replaceAll(/\p{Cf}/gu, '')
      .replace(/[. ]+$/, '');
    const said = { name: name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 100) };
    const steps = plain.split(/[/\\]/);
    if (isLink || /\p{Cc}|:/u.test(plain) || steps[0] === '' || steps.includes('..')) {
      return { refused: 'evidence-zip-path', ...said };
    }
    if (RUNNING.has(endingOf(plain))) return { refused: 'evidence-zip-executable', ...said };
    if (ARCHIVES.has(endingOf(plain))) return { refused: 'evidence-zip-nested', ...said };
  }
  return null;
}

async function isText(file: FileBytes): Promise<boolean> {
  const text = new TextCheck();
  for (let offset = 0; offset < file.size; offset += PIECE_BYTES) {
    if (!text.add(await file.read(offset, PIECE_BYTES))) return false;
  }
  return text.end();
}
