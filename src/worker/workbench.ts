import type { FileStore } from '@/adapters/files/file-store';
import type { Logger } from '@/adapters/logger';
import type { MailAddress, Mailer } from '@/adapters/mailer';
import type { Outside } from '@/usecases/command';

/** What every processor works with. */
export interface Workbench {
  outside: Outside;
  mailer: Mailer;
  files: FileStore;
  log: Logger;
  /** The public origin that links in mails begin with. */
  baseUrl: string;
  sender: MailAddress;
}
