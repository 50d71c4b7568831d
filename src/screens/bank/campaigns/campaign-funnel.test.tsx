import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ASSESSMENT_FILTERS } from '@/domain/assessment-search';
import { MESSAGES } from '@/messages/all';
import { readAssessmentSearch } from './assessment-search';
import type { AssessmentPage } from './campaign-data';
import { CampaignFunnel } from './campaign-funnel';

const counts = {
  ...(Object.fromEntries(ASSESSMENT_FILTERS.map((filter) => [filter, 0])) as AssessmentPage['counts']),
  all: 12,
  unopened: 2,
  answering: 4,
  review: 1,
  approval: 1,
  returned: 1,
  approved: 2,
  ended: 1,
};
const funnelOf = (given: Record<string, string>) => {
  const { page: _, ...search } = readAssessmentSearch(given);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="ja" timeZone="Asia/Tokyo" messages={MESSAGES.ja}>
      <CampaignFunnel campaignId="c" search={search} counts={counts} />
    </NextIntlClientProvider>,
  );
};

describe('the funnel above a campaign’s table', () => {
  it('counts each stage, and who has come at least so far, of those whose assessment goes on', () => {
    const markup = funnelOf({});
    expect([...markup.matchAll(/<b>(\d+)<\/b>/g)].map((match) => Number(match[1]))).toEqual([2, 4, 1, 1, 1, 2]);
    expect([...markup.matchAll(/到達 (\d+)／(\d+)社/g)].map((match) => `${match[1]}/${match[2]}`)).toEqual([
      '11/11',
      '9/11',
      '5/11',
      '4/11',
      '2/11',
    ]);
  });

  it('leads to the list behind each count, which keeps the search, and back to all', () => {
    const markup = funnelOf({ search: '会計', filter: 'review' });
    const words = encodeURIComponent('会計');
    expect(markup).toContain(`href="/campaigns/c?filter=returned&amp;search=${words}"`);
    expect(markup).toMatch(new RegExp(`aria-current="true"[^>]*href="/campaigns/c\\?search=${words}"`));
  });
});
