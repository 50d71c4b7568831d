/** What the list of a campaign's vendors can be narrowed to; each shows its count. */
export const ASSESSMENT_FILTERS = [
  'all',
  'unopened',
  'answering',
  'review',
  'approval',
  'returned',
  'approved',
  'overdue',
  'trouble',
  'link_request',
  'asked',
  'ended',
] as const;
export type AssessmentFilter = (typeof ASSESSMENT_FILTERS)[number];

export const ASSESSMENT_SORTS = [
  'vendor',
  'state',
  'answered',
  'due',
  'activity',
  'gaps',
  'in_charge',
  'mail',
] as const;
export type AssessmentSort = (typeof ASSESSMENT_SORTS)[number];
