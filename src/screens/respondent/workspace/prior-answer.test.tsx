import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';
import type { PromisedDate } from '@/domain/promised-date';
import refusals from '@/messages/ja/refusals.json' with { type: 'json' };
import respondent from '@/messages/ja/respondent.json' with { type: 'json' };
import states from '@/messages/ja/states.json' with { type: 'json' };
import ui from '@/messages/ja/ui.json' with { type: 'json' };
import type { Card } from '@/screens/checklist/answer-desk';
import { PriorAnswer } from './prior-answer';

const MET: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '実施している。' };
const PARTIAL: AnswerContent = { ...MET, status: 'partial', measure: '広げる', person: '小林' };

/** The part beside an item whose answer is being typed. */
function markupOf(content: AnswerContent): string {
  const card: Card = {
    content,
    kept: { content: MET, version: 1, saved: null },
    phase: 'typed',
    missing: [],
    failure: null,
    theirs: null,
    undoable: false,
  };
  const prior = {
    content: MET,
    campaignName: '定期点検',
    fiscalYear: 2025,
    answeredBy: '田中 涼',
    answeredAt: new Date('2025-12-19T01:00:00Z'),
    hindrance: null,
    attested: null,
  };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="ja" timeZone="Asia/Tokyo" messages={{ ui, states, respondent, refusals }}>
      <PriorAnswer
        item={{ prior } as Parameters<typeof PriorAnswer>[0]['item']}
        card={card}
        today="2026-12-01"
        writable
        onChange={() => undefined}
        onTakeOver={async () => undefined}
      />
    </NextIntlClientProvider>,
  );
}

const BEGUN: PromisedDate[] = [
  { precision: 'day', date: '' },
  { precision: 'day', date: '2027-02-03' },
  { precision: 'month', year: 2027, month: 2 },
  { precision: 'half', fiscalYear: 2027, half: 1 },
  { precision: 'fiscal_year', fiscalYear: 2027 },
  { precision: 'undecided', reason: '' },
];

it.each(BEGUN)(
  'last year’s answer stands beside one whose date is typed in any precision, begun or whole: %j',
  (promised) => {
    expect(markupOf({ ...PARTIAL, promised })).toContain('広げる');
  },
);
