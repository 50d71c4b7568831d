import type { Review } from './review.schema';
import { nameOf } from './review-items';
import type { AcceptanceRows } from './review-rows';

type View = Review['earlierAcceptances'][number];

/** Proposals and decisions as they are shown, newest first. */
export function acceptancesOf(rows: AcceptanceRows, userId: string): View[] {
  return rows.map(({ acceptance: row, roundNumber, versions }) => {
    // The row's reason is the last one said; what the approver said stands in the version before the re-opening.
    const approval = versions.find((version) => version.snapshot.state === 'approved');
    const again = versions.find((version) => version.snapshot.state === 'reopened');
    const said = row.state === 'reopened' ? textOf(approval?.snapshot.reason) : row.reason;
    return {
      id: row.id,
      roundNumber,
      state: row.state,
      summary: row.summary,
      conditions: row.conditions,
      grade: row.grade,
      nextDate: row.nextDate,
      proposedBy: nameOf(row.proposedBy),
      proposedAt: row.proposedAt,
      decidedBy: row.decidedBy && nameOf(row.decidedBy),
      decidedAt: row.decidedAt,
      reason: said,
      reopened: again ? { by: nameOf(again.by), at: again.at, reason: row.reason ?? '' } : null,
      mine: row.proposedBy.kind === 'member' && row.proposedBy.userId === userId,
    };
  });
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
