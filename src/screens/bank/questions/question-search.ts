import { QUESTION_STATES, type QuestionState } from '@/domain/question';

/** The filter as it stands in the address: '' where nothing is chosen. Without a state the open ones are shown. */
export interface QuestionFilter {
  campaign: string;
  inCharge: string;
  state: QuestionState | 'all';
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads an address; what can't be a choice is left out. */
export function readQuestionFilter(given: Record<string, string | string[] | undefined>): QuestionFilter {
  const id = (name: string) => (typeof given[name] === 'string' && ID.test(given[name]) ? given[name] : '');
  return {
    campaign: id('campaign'),
    inCharge: id('inCharge'),
    state: [...QUESTION_STATES, 'all' as const].find((state) => state === given.state) ?? 'open',
  };
}

/** The address of a view of the vendors' questions. */
export function hrefOfQuestions({ state, ...chosen }: QuestionFilter, page = 1): string {
  const parts = Object.entries({ ...chosen, state: state === 'open' ? '' : state, page: page > 1 ? String(page) : '' });
  const query = new URLSearchParams(parts.filter(([, value]) => value !== '')).toString();
  return query === '' ? '/questions' : `/questions?${query}`;
}
