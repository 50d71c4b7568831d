/** The view of a campaign's table that nobody has narrowed. */
export const EVERY_ASSESSMENT = {
  filter: 'all',
  search: '',
  inChargeId: null,
  criticality: null,
  apiKind: null,
  sort: 'vendor',
  descending: false,
  page: 1,
} as const;
