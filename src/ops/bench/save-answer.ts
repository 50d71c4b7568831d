import type { Sql } from 'postgres';
import { appendEvents } from '@/db/audit-log';
import type { RespondentScope } from '@/db/scope';
import type { Outside } from '@/usecases/command';
import { saveAnswer } from '@/usecases/responses/save-answer';
import { type BarePlace, bareAudit, bareSave, bareScope } from './bare-save';
import { compare, type Row } from './measure';

const ROUNDS = 400;
const NOTHING_ADDED = { measure: '', promised: null, person: '', reason: '', remarks: '' };

/** One answer's versions, counted along so that no save is stale. */
export interface AnswerLine extends BarePlace {
  version: number;
}

/** What the nth save says: never the same text twice in a row, since saving the same changes nothing. */
export function textOf(round: number): string {
  return `規程に定め、年1回点検している。直近の点検で ${round} 件を確認した。${'手順書に従い、責任者が毎月記録を確認している。'.repeat(4)}`;
}

export function contentOf(round: number) {
  return { status: 'met' as const, current: textOf(round), ...NOTHING_ADDED };
}

/**
 * `save-answer`: the use case whole against its bare statements. Then what it is made of: the scope's empty transaction,
 * that with the audit's part, and what remains for the rows (the save without the audit's part, so by difference).
 */
export async function benchSaveAnswer(
  sql: Sql,
  outside: Outside,
  scope: RespondentScope,
  lines: { ours: AnswerLine; baseline: AnswerLine },
): Promise<Row[]> {
  const { ours, baseline } = lines;
  const save = await compare(
    'save-answer',
    ROUNDS,
    async (round) => {
      const { assessmentId, itemId, version } = ours;
      await saveAnswer(outside, scope, { assessmentId, itemId, version, content: contentOf(round) });
      ours.version += 1;
    },
    (round) => bareSave(sql, baseline, textOf(round)),
  );
  const empty = await compare(
    'save-answer-scope',
    ROUNDS,
    () => scope.transaction(async () => undefined),
    () => sql.begin((tx) => bareScope(tx, baseline)),
  );
  const { tenantId, campaignId, assessmentId, itemId } = ours;
  const objects = [assessmentId, itemId, assessmentId];
  const audited = await compare(
    'save-answer-audit',
    ROUNDS,
    () =>
      scope.transaction((tx) =>
        appendEvents(tx, { tenantId, actor: scope.actor, now: outside.clock.now() }, [
          { kind: 'answer.saved', campaignId, assessmentId, objects, payload: { digests: { [itemId]: tenantId } } },
        ]),
      ),
    () =>
      sql.begin(async (tx) => {
        await bareScope(tx, baseline);
        await bareAudit(tx, baseline, objects);
      }),
  );
  const audit = less('save-answer-audit', audited, empty);
  return [save, empty, audit, less('save-answer-rows', less('', save, empty), audit)];
}

/** What one measurement holds beyond another. */
function less(name: string, whole: Row, part: Row): Row {
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  const ours = rounded(whole.ours - part.ours);
  const baseline = rounded(whole.baseline - part.baseline);
  return { name, ours, baseline, ratio: rounded(ours / baseline), unit: whole.unit };
}
