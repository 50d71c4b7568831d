import type { mintSystemScope } from '@/auth/mint';
import type { Locale } from '@/domain/date-format';
import type { Outside } from '@/usecases/command';

/** One file to be made. */
export interface ExportJob {
  outside: Outside;
  scope: ReturnType<typeof mintSystemScope>;
  exportId: string;
  /** Null for what belongs to no campaign. */
  campaignId: string | null;
  /** What the file shows of, where the kind needs it; null otherwise. */
  subjectId: string | null;
  locale: Locale;
  requestedAt: Date;
  /** Says how far it is, of how many rows. */
  progress(doneRows: number, totalRows: number): Promise<void>;
}

export interface MadeFile {
  name: string;
  content: Uint8Array;
  /** Rows in all. */
  rows: number;
}

/** Makes a kind of file. Throws when it can't: it is tried again, and ends as failed after the last time. */
export type Maker = (job: ExportJob) => Promise<MadeFile>;

/** A name that no file system minds, whatever the campaign or the edition is called. */
export function fileNameOf(name: string, ending: 'xlsx' | 'csv' | 'json'): string {
  return `${name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 100)}.${ending}`;
}
