import {
  ASSESSMENT_FILTERS,
  ASSESSMENT_SORTS,
  type AssessmentFilter,
  type AssessmentSort,
} from '@/domain/assessment-search';

/** A view of the table as it stands in the address, so that it can be kept and sent: '' where nothing is chosen. */
export interface AssessmentSearch {
  filter: AssessmentFilter;
  search: string;
  inCharge: string;
  criticality: '' | 'high' | 'medium' | 'low';
  apiKind: '' | 'reference' | 'update';
  sort: AssessmentSort;
  descending: boolean;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Given = Record<string, string | string[] | undefined>;

/** Reads an address; what can't be a choice is left out. */
export function readAssessmentSearch(given: Given): AssessmentSearch & { page: number } {
  const text = (name: string) => (typeof given[name] === 'string' ? given[name].slice(0, 200) : '');
  const oneOf = <T extends string, U extends string>(name: string, words: readonly T[], otherwise: U) =>
    words.find((word) => word === text(name)) ?? otherwise;
  const page = Number(text('page'));
  return {
    filter: oneOf('filter', ASSESSMENT_FILTERS, 'all'),
    search: text('search'),
    inCharge: ID.test(text('inCharge')) ? text('inCharge') : '',
    criticality: oneOf('criticality', ['high', 'medium', 'low'], ''),
    apiKind: oneOf('apiKind', ['reference', 'update'], ''),
    sort: oneOf('sort', ASSESSMENT_SORTS, 'vendor'),
    descending: text('descending') === 'true',
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

const NOTHING_CHOSEN: Readonly<Record<string, string>> = { filter: 'all', sort: 'vendor', descending: 'false' };

/** The address of a view of a campaign's table. */
export function hrefOfAssessments(campaignId: string, search: AssessmentSearch, page = 1): string {
  const chosen = Object.entries({ ...search, page: page > 1 ? page : '' })
    .map(([name, value]) => [name, String(value)] as const)
    .filter(([name, value]) => value !== '' && NOTHING_CHOSEN[name] !== value);
  const query = new URLSearchParams(chosen.map(([name, value]) => [name, value])).toString();
  return query === '' ? `/campaigns/${campaignId}` : `/campaigns/${campaignId}?${query}`;
}
