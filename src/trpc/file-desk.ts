import { openScanner } from '@/adapters/antivirus/open-scanner';
import type { Scanner } from '@/adapters/antivirus/scanner';
import type { FileStore } from '@/adapters/files/file-store';
import { openFileStore } from '@/adapters/files/open-file-store';
import { env } from '@/env';

/** Where evidence lies, and who looks it through before it gets there. */
export interface FileDesk {
  files: FileStore;
  scanner: Scanner;
}

/** As the environment names them. */
export function fileDesk(): FileDesk {
  return { files: openFileStore(env()), scanner: openScanner(env()) };
}
