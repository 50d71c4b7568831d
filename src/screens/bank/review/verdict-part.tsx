'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { VERDICTS } from '@/domain/gap';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { RadioCards } from '@/ui/radio-cards';
import { Tag } from '@/ui/tag';
import { TextArea } from '@/ui/text-area';
import { openVerdict, verdictOvertaken } from './judge-drafts';
import type { Review, ReviewItem } from './review-data';
import type { Judging } from './use-judging';
import { VerdictMark } from './verdict-mark';

const TONES = { accepted: undefined, insufficient: 'bad', check: 'warn' } as const;

/** 審査結果: chosen by press or key; a colleague's of the same moment is shown beside one's own before it is replaced. */
export function VerdictPart(props: { review: Review; item: ReviewItem; judging: Judging }) {
  const t = useTranslations('bank.review');
  const verdicts = useTranslations('states.verdict');
  const { review, item, judging } = props;
  const [busy, setBusy] = useState(false);
  const draft = judging.draftOf(item.itemId);
  const mine = openVerdict(item, draft);
  const verdict = mine?.value ?? item.verdict?.value ?? null;
  const reason = mine?.reason ?? item.verdict?.reason ?? '';
  const act = async (work: () => Promise<unknown>) => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  if (!review.may.judge) {
    return (
      <>
        <h3>{t('verdict')}</h3>
        <VerdictMark verdict={item.verdict?.value ?? null} />
        {item.verdict?.reason ? <p className="keep">{item.verdict.reason}</p> : null}
        <JudgedBy item={item} />
      </>
    );
  }
  return (
    <>
      <RadioCards
        label={t('verdict')}
        name="verdict"
        value={verdict}
        onChange={(chosen) => void act(() => judging.choose(item, chosen))}
        cards={VERDICTS.map((each, index) => ({
          value: each,
          label: verdicts(each),
          text: t(`verdictText.${each}`),
          shortcut: String(index + 1),
          tone: TONES[each],
        }))}
      />
      {mine && verdictOvertaken(item, draft) ? (
        <Overtaken item={item} mine={mine} busy={busy} act={act} judging={judging} />
      ) : (
        <>
          {verdict !== null && mine?.value !== null && (verdict !== 'accepted' || mine) ? (
            <div className="mt8">
              {verdict === 'accepted' ? null : (
                <TextArea
                  label={t('reason')}
                  required={verdict === 'insufficient'}
                  rows={2}
                  maxLength={4000}
                  value={reason}
                  onChange={(event) => judging.type(item, verdict, event.target.value)}
                />
              )}
              <Button
                size="sm"
                look="primary"
                className="mt8"
                busy={busy}
                disabledReason={verdict === 'insufficient' && reason.trim() === '' ? t('reasonFirst') : undefined}
                onClick={() =>
                  void act(() => judging.save(item, mine ?? { value: verdict, reason, version: item.verdictVersion }))
                }
              >
                {t('saveVerdict', { verdict: verdicts(verdict) })}
              </Button>
            </div>
          ) : null}
          {item.verdict ? (
            <Button look="quiet" size="sm" busy={busy} onClick={() => void act(() => judging.unjudge(item))}>
              {t('takeVerdictBack')}
            </Button>
          ) : null}
          <JudgedBy item={item} />
        </>
      )}
    </>
  );
}

function JudgedBy({ item }: { item: ReviewItem }) {
  const t = useTranslations('bank.review');
  const locale = useLocale() as Locale;
  if (!item.verdict) return null;
  return (
    <p className="sub mt4">
      {t('by', { name: item.verdict.by, at: formatInstant(item.verdict.at, locale) })}{' '}
      {item.verdict.takenTogether ? <Tag>{t('takenTogether')}</Tag> : null}
    </p>
  );
}

function Overtaken(props: {
  item: ReviewItem;
  mine: NonNullable<ReturnType<typeof openVerdict>>;
  busy: boolean;
  act: (work: () => Promise<unknown>) => Promise<void>;
  judging: Judging;
}) {
  const t = useTranslations('bank.review');
  const verdicts = useTranslations('states.verdict');
  const { item, mine, busy, act, judging } = props;
  return (
    <div className="mt8">
      <Notice
        tone="warn"
        live="assertive"
        title={item.verdict ? t('verdictOvertaken', { name: item.verdict.by }) : t('verdictGone')}
      />
      <div className="cmp">
        <section aria-labelledby="verdict-mine">
          <h3 id="verdict-mine">{t('mine')}</h3>
          <VerdictMark verdict={mine.value} />
          <p className="read">{mine.reason}</p>
          <Button
            size="sm"
            busy={busy}
            disabledReason={mine.value === 'insufficient' && mine.reason.trim() === '' ? t('reasonFirst') : undefined}
            onClick={() => void act(() => judging.save(item, { ...mine, version: item.verdictVersion }))}
          >
            {mine.value === null ? t('takeVerdictBack') : t('keepMineVerdict', { verdict: verdicts(mine.value) })}
          </Button>
        </section>
        <section aria-labelledby="verdict-theirs">
          <h3 id="verdict-theirs">{item.verdict ? t('theirs', { name: item.verdict.by }) : t('stands')}</h3>
          <VerdictMark verdict={item.verdict?.value ?? null} />
          <p className="read">{item.verdict?.reason}</p>
          <JudgedBy item={item} />
          <Button size="sm" onClick={() => judging.yieldTo(item)}>
            {t('takeTheirsVerdict')}
          </Button>
        </section>
      </div>
    </div>
  );
}
