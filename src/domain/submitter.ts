const BETWEEN = '　';

/** 部署 and 役職 of who submits, as a round holds them in one text: the title behind the last ideographic space. */
export function joinSubmitter(department: string, title: string): string {
  return `${department.trim()}${BETWEEN}${title.trim().replaceAll(BETWEEN, ' ')}`;
}

/** The title in a round's text; null in rounds of before, which hold one field of both. */
export function titleIn(submitter: string): string | null {
  const at = submitter.lastIndexOf(BETWEEN);
  return at === -1 ? null : submitter.slice(at + 1);
}

/** The title that the person submitted with the last time, to begin with; '' where nobody knows. */
export function titleOf(
  name: string,
  roundsNewestFirst: readonly { submitterName: string; submitterTitle: string }[],
): string {
  for (const round of roundsNewestFirst) {
    const title = round.submitterName === name.trim() ? titleIn(round.submitterTitle) : null;
    if (title !== null) return title;
  }
  return '';
}
