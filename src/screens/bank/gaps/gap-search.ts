import { GAP_STATES, type GapState } from '@/domain/gap';

/** The filter as it stands in the address: '' where nothing is chosen. */
export interface GapFilter {
  campaign: string;
  vendor: string;
  category: string;
  state: '' | GapState;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads an address; what can't be a choice is left out. */
export function readGapFilter(given: Record<string, string | string[] | undefined>): GapFilter {
  const text = (name: string) => (typeof given[name] === 'string' ? given[name].slice(0, 200) : '');
  const id = (name: string) => (ID.test(text(name)) ? text(name) : '');
  return {
    campaign: id('campaign'),
    vendor: id('vendor'),
    category: text('category'),
    state: GAP_STATES.find((state) => state === text('state')) ?? '',
  };
}
