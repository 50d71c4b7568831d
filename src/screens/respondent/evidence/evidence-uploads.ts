import { MAX_EVIDENCE_MEGABYTES } from '@/domain/evidence-type';
import { type ClientRefusal, SIGNED_OUT } from '@/trpc/client/refusal';

/** `checking`: all of it has left, the server looks at it · `offline` tries again by itself · `refused` says why. */
export type UploadPhase = 'waiting' | 'sending' | 'checking' | 'offline' | 'refused';

/** '' where a day was not said. */
export interface TypedDays {
  validFrom: string;
  validTo: string;
}

export interface Upload extends TypedDays {
  id: string;
  itemId: string;
  file: File;
  phase: UploadPhase;
  /** Which part has left, from 0 to 1. */
  progress: number;
  refusal: ClientRefusal | null;
}

export interface UploadTools<Kept> {
  send(
    upload: Upload,
    hear: { progress: (part: number) => void; signal: AbortSignal },
  ): Promise<{ kept: Kept } | { refusal: ClientRefusal }>;
  /** `typed` since it was sent; null: nothing. */
  kept(kept: Kept, upload: Upload, typed: TypedDays | null): void;
}

export interface UploadsSnapshot {
  uploads: readonly Upload[];
  /** The session ended: ask for the code over the page, then `retry`. */
  signedOut: boolean;
  /** Something is on its way or waits for it. */
  underWay: boolean;
}

const BYTES_PER_MEGABYTE = 1024 * 1024;
/** What the same file may pass the next time. */
export const WORTH_ANOTHER_TRY = ['evidence-scan-failed', 'uploads-busy', ...SIGNED_OUT];

/**
 * The files on their way from one page, one after the other. What was chosen and typed stays until the server has it:
 * a lost line, the end of the session or a refusal loses nothing, and sending again is harmless.
 */
export class EvidenceUploads<Kept> {
  readonly #tools: UploadTools<Kept>;
  readonly #listeners = new Set<() => void>();
  #uploads: Upload[] = [];
  #current: { id: string; stop: AbortController } | null = null;
  #signedOut = false;
  #made = 0;
  #snapshot: UploadsSnapshot = { uploads: [], signedOut: false, underWay: false };

  constructor(tools: UploadTools<Kept>) {
    this.#tools = tools;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): UploadsSnapshot => this.#snapshot;

  add(itemId: string, files: readonly File[]): void {
    for (const file of files) {
      this.#made += 1;
      const refusal = faultOf(file);
      const phase = refusal === null ? 'waiting' : 'refused';
      const upload = { id: `upload-${this.#made}`, itemId, file, progress: 0, validFrom: '', validTo: '' };
      this.#uploads = [...this.#uploads, { ...upload, phase, refusal }];
    }
    this.#publish();
    void this.#next();
  }

  type(id: string, days: Partial<TypedDays>): void {
    this.#change(id, days);
  }

  /** Takes a file off the list, and back from its way. */
  cancel(id: string): void {
    this.#uploads = this.#uploads.filter((upload) => upload.id !== id);
    if (this.#current?.id === id) this.#current.stop.abort();
    this.#publish();
  }

  /** Everything again that was lost on its way or may pass now; with an id, that one alone. */
  retry(id?: string): void {
    this.#signedOut = false;
    this.#uploads = this.#uploads.map((upload) =>
      (id === undefined || upload.id === id) && mayPass(upload)
        ? { ...upload, phase: 'waiting', progress: 0, refusal: null }
        : upload,
    );
    this.#publish();
    void this.#next();
  }

  async #next(): Promise<void> {
    const upload = this.#uploads.find(({ phase }) => phase === 'waiting');
    if (upload === undefined || this.#current !== null) return;
    const { id } = upload;
    const stop = new AbortController();
    this.#current = { id, stop };
    this.#change(id, { phase: 'sending' });
    const progress = (part: number) => this.#change(id, { progress: part, phase: part < 1 ? 'sending' : 'checking' });
    try {
      const answer = await this.#tools.send(upload, { progress, signal: stop.signal });
      if ('kept' in answer) this.#settle(upload, answer.kept);
      else this.#refuse(id, answer.refusal);
    } catch {
      // No word from the server: whether it has the file or not, sending it again ends the same way.
      this.#change(id, { phase: 'offline', progress: 0 });
    }
    this.#current = null;
    void this.#next();
  }

  #settle(sent: Upload, kept: Kept): void {
    const now = this.#uploads.find(({ id }) => id === sent.id) ?? sent;
    const typedOn = now.validFrom !== sent.validFrom || now.validTo !== sent.validTo;
    this.#uploads = this.#uploads.filter(({ id }) => id !== sent.id);
    this.#tools.kept(kept, now, typedOn ? { validFrom: now.validFrom, validTo: now.validTo } : null);
    this.#publish();
  }

  #refuse(id: string, refusal: ClientRefusal): void {
    if (SIGNED_OUT.includes(refusal.code)) this.#signedOut = true;
    this.#change(id, { phase: 'refused', refusal });
  }

  #change(id: string, part: Partial<Upload>): void {
    this.#uploads = this.#uploads.map((upload) => (upload.id === id ? { ...upload, ...part } : upload));
    this.#publish();
  }

  #publish(): void {
    this.#snapshot = {
      uploads: this.#uploads,
      signedOut: this.#signedOut,
      underWay: this.#uploads.some((upload) => upload.phase !== 'refused' || mayPass(upload)),
    };
    for (const listener of this.#listeners) listener();
  }
}

export function mayPass({ phase, refusal }: Pick<Upload, 'phase' | 'refusal'>): boolean {
  return phase === 'offline' || (refusal !== null && WORTH_ANOTHER_TRY.includes(refusal.code));
}

/** What the server would refuse as well, said before anything is sent. */
function faultOf(file: File): ClientRefusal | null {
  if (file.size === 0) return { code: 'upload-missing', params: {} };
  if (file.size <= MAX_EVIDENCE_MEGABYTES * BYTES_PER_MEGABYTE) return null;
  return { code: 'upload-too-large', params: { megabytes: MAX_EVIDENCE_MEGABYTES } };
}
