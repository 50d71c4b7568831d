import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';

export interface DueDateChange {
  assessmentId: string;
  /** The revision that the change is on record with. */
  revisionId: string;
  previous: string;
  dueDate: string;
  at: Date;
  /** Set together with a return, whose mail names the new date itself. */
  byReturn: boolean;
}

/** The last change of each assessment's due date, as its revisions tell; an assessment that never had one is left out. */
export async function lastDueDateChanges(
  tx: Transaction,
  campaignId: string,
  assessmentId?: string,
): Promise<Map<string, DueDateChange>> {
  const only = assessmentId === undefined ? sql`` : sql`and row_id = ${assessmentId}`;
  const rows = await tx.execute<{
    assessmentId: string;
    revisionId: string;
    previous: string;
    dueDate: string;
    at: string;
    byReturn: boolean;
  }>(sql`
    select distinct on (row_id) row_id as "assessmentId", id as "revisionId", previous, due_date as "dueDate",
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      state = 'returned' and previous_state is distinct from 'returned' as "byReturn"
    from (
      select row_id, id, at, snapshot ->> 'dueDate' as due_date, lag(snapshot ->> 'dueDate') over line as previous,
        snapshot ->> 'state' as state, lag(snapshot ->> 'state') over line as previous_state
      from tenant.revision where noun = 'assessment' and campaign_id = ${campaignId} ${only}
      window line as (partition by row_id order by at, id)
    ) as step
    where previous <> due_date
    order by row_id, at desc, id desc`);
  return new Map(rows.map((row) => [row.assessmentId, { ...row, at: new Date(row.at) }]));
}
