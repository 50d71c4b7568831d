import type { Sql } from 'postgres';
import type { EditorRecord } from './editor';

interface Kept {
  itemId: string;
  version: number;
  text: string;
}

/**
 * Holds what the editors were told against what the database keeps: no acknowledged save lost, none applied twice, and
 * nothing ever written over a text that its writer had not been shown.
 */
export async function problemsOfSaves(
  sql: Sql,
  given: { assessmentId: string; records: readonly EditorRecord[] },
): Promise<string[]> {
  const kept = await sql<Kept[]>`
    select item_id as "itemId", version, content->>'current' as text from tenant.answer_revision
    where assessment_id = ${given.assessmentId} and slot = 'vendor' order by item_id, version`;
  const standing = await sql<Kept[]>`
    select item_id as "itemId", version, content->>'current' as text from tenant.answer
    where assessment_id = ${given.assessmentId} and slot = 'vendor'`;
  return compareSaves(given.records, kept, standing);
}

/** As `problemsOfSaves`, over rows that were read: every revision, and what stands now. */
export function compareSaves(
  records: readonly EditorRecord[],
  kept: readonly Kept[],
  standing: readonly Kept[],
): string[] {
  const problems = records.flatMap(({ strange }) => strange.map((each) => `an editor was told: ${each}`));
  const keyOf = (itemId: string, version: number) => `${itemId} ${version}`;
  const textAt = new Map(kept.map(({ itemId, version, text }) => [keyOf(itemId, version), text]));
  const sent = new Map(records.flatMap((each) => each.sent).map((save) => [save.text, save]));
  for (const { text, itemId, acknowledged } of sent.values()) {
    if (acknowledged !== null && textAt.get(keyOf(itemId, acknowledged)) !== text)
      problems.push(`lost: “${text}” was acknowledged as version ${acknowledged}`);
  }
  for (const { itemId, version, text } of records.flatMap(({ shown }) => shown)) {
    if ((textAt.get(keyOf(itemId, version)) ?? '') !== text)
      problems.push(`shown wrongly: “${text}” as version ${version}`);
  }
  const written = new Map<string, number>();
  for (const { itemId, version, text } of kept) {
    const save = sent.get(text);
    if (!save || save.itemId !== itemId) {
      problems.push(`nobody sent “${text}”, version ${version}`);
      continue;
    }
    written.set(text, (written.get(text) ?? 0) + 1);
    if ((written.get(text) ?? 0) > 1 + save.unanswered) problems.push(`“${text}” was written twice`);
    const before = version === 1 ? '' : textAt.get(keyOf(itemId, version - 1));
    if (before === undefined) problems.push(`version ${version - 1} is missing below “${text}”`);
    else if (!save.bases.some((base) => base.version === version - 1 && base.text === before))
      problems.push(`silent: “${text}” replaced “${before}”, which its writer had not been shown`);
  }
  for (const { itemId, version, text } of standing) {
    if (textAt.get(keyOf(itemId, version)) !== text || textAt.has(keyOf(itemId, version + 1)))
      problems.push(`what stands, “${text}”, is not the newest version`);
  }
  return problems;
}
