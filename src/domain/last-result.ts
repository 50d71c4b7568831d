/** What came of a service's assessment in the campaign before: none, approved, approved with open promises, or ended otherwise. */
export const LAST_RESULTS = ['none', 'approved', 'promises', 'unfinished'] as const;
export type LastResult = (typeof LAST_RESULTS)[number];
