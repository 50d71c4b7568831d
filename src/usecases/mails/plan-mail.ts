import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { mail } from '@/db/schema/record';
import type { Job } from '@/domain/job';
import { messageIdOf } from './message-id';

type MailRow = typeof mail.$inferInsert;

export interface MailDraft
  extends Pick<
    MailRow,
    'kind' | 'campaignId' | 'assessmentId' | 'address' | 'recipientName' | 'language' | 'occasion' | 'dueAt'
  > {
  invitationId?: string | null;
  roundId?: string | null;
  memberId?: string | null;
  /** 'skipped' for what is put on record without being sent. */
  state?: 'planned' | 'skipped';
}

export interface PlannedRow {
  id: string;
  assessmentId: string | null;
  occasion: string;
  state: string;
  dueAt: Date;
}

/** So many rows a statement stay well below the protocol's limit of parameters. */
const ROWS_A_STATEMENT = 1_000;

/** Puts mails on record, each once: what stands already for the same occasion and address is left as it is. */
export async function planMails(
  tx: Transaction,
  place: { tenantId: string; now: Date },
  drafts: readonly MailDraft[],
): Promise<PlannedRow[]> {
  const made: PlannedRow[] = [];
  for (let at = 0; at < drafts.length; at += ROWS_A_STATEMENT) {
    const rows = drafts.slice(at, at + ROWS_A_STATEMENT).map((draft) => {
      const id = newId();
      return {
        ...draft,
        tenantId: place.tenantId,
        id,
        state: draft.state ?? 'planned',
        messageId: messageIdOf(id),
        plannedAt: place.now,
      };
    });
    made.push(
      ...(await tx.insert(mail).values(rows).onConflictDoNothing().returning({
        id: mail.id,
        assessmentId: mail.assessmentId,
        occasion: mail.occasion,
        state: mail.state,
        dueAt: mail.dueAt,
      })),
    );
  }
  return made;
}

/** Wakes the worker for those whose time has come; the sweep finds the others. */
export function wakesFor(tenantId: string, rows: readonly PlannedRow[], now: Date): Job[] {
  return rows
    .filter((row) => row.state === 'planned' && row.dueAt <= now)
    .map((row) => ({ kind: 'mail.send', payload: { tenantId, mailId: row.id } }));
}
