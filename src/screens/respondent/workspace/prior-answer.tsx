'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type AnswerContent, EMPTY_ANSWER, sameContent } from '@/domain/answer';
import { formatFiscalYear, formatInstant, formatPromised, type Locale } from '@/domain/date-format';
import { outcomeUnsaid, promiseGoesOn, promiseKept } from '@/domain/prior-answer';
import { useAnswerLines } from '@/screens/checklist/answer-as-text';
import type { Card } from '@/screens/checklist/answer-desk';
import { AnswerRead } from '@/screens/checklist/answer-read';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Diff } from '@/ui/diff';
import { Disclosure } from '@/ui/disclosure';
import { IconCheck, IconHistory } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import type { WorkspaceItem } from './workspace-data';

/**
 * 前回の回答: what was approved last year, beside this year's answer. It is taken over as unchanged by name, or begun
 * from; once this year's stands, what changed since is shown. A promise that has come due asks what became of it until the
 * answer says so, wherever that answer came from; what was typed meanwhile stays.
 */
export function PriorAnswer(props: {
  item: WorkspaceItem;
  card: Card;
  today: string;
  writable: boolean;
  onChange: (content: AnswerContent) => void;
  onTakeOver: () => Promise<void>;
}) {
  const t = useTranslations('respondent.prior');
  const locale = useLocale() as Locale;
  const refusalText = useRefusalText();
  const linesOf = useAnswerLines();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { item, card, writable } = props;
  const { prior } = item;
  if (prior === null) return null;
  const { content } = card;
  const isUntouched = sameContent(content, EMPTY_ANSWER);
  const isSame = sameContent(content, prior.content);
  const isDue = prior.hindrance === 'promise-due';
  const asksOutcome = isDue && outcomeUnsaid(content, props.today);
  const begunFrom = isUntouched ? prior.content : content;
  const takeOver = async () => {
    setBusy(true);
    setFailure(null);
    await props.onTakeOver().catch(setFailure);
    setBusy(false);
  };
  const textOf = (of: AnswerContent) =>
    linesOf(of)
      .map(({ label, text }) => `${label}　${text}`)
      .join('\n');
  const attested = isSame && card.phase === 'kept' ? prior.attested : null;
  const year = formatFiscalYear(prior.fiscalYear, locale);
  return (
    <section className="prior" aria-label={t('title', { year })}>
      <Notice
        tone="info"
        title={isSame ? t('same', { year }) : isUntouched ? t('title', { year }) : t('changed', { year })}
        actions={
          writable && !isUntouched && !isSame ? (
            <Button look="quiet" size="sm" icon={<IconHistory />} onClick={() => props.onChange(prior.content)}>
              {t('backTo')}
            </Button>
          ) : null
        }
      >
        <p className="sub">{t('by', { name: prior.answeredBy, at: formatInstant(prior.answeredAt, locale) })}</p>
        {prior.hindrance === 'text-changed' || prior.hindrance === 'unchanged-before' ? (
          <p>{t(`hindrance.${prior.hindrance}`)}</p>
        ) : null}
        {attested ? (
          <p className="row">
            <IconCheck className="s20" />
            {t('attested', { name: attested.by, at: formatInstant(attested.at, locale) })}
          </p>
        ) : null}
      </Notice>
      {isSame ? null : isUntouched ? (
        <Disclosure summary={t('read')} open={prior.hindrance !== null}>
          <AnswerRead content={prior.content} />
        </Disclosure>
      ) : (
        <Disclosure summary={t('whatChanged')}>
          <Diff before={textOf(prior.content)} after={textOf(content)} className="read keep" />
        </Disclosure>
      )}
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt8">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      {writable && asksOutcome ? (
        <Notice
          tone="warn"
          className="mt8"
          title={t('due', { by: prior.content.promised ? formatPromised(prior.content.promised, locale) : '' })}
        >
          <p className="keep">{prior.content.measure}</p>
          <p className="row mt8">
            <Button look="neutral" size="sm" onClick={() => props.onChange(promiseKept(begunFrom))}>
              {t('kept')}
            </Button>
            <Button look="neutral" size="sm" onClick={() => props.onChange(promiseGoesOn(begunFrom, prior.content))}>
              {t('goesOn')}
            </Button>
          </p>
        </Notice>
      ) : null}
      {writable && isDue && !asksOutcome && content.status === 'met' && content.current === prior.content.current ? (
        <Notice tone="warn" className="mt8">
          <p>{t('restate')}</p>
        </Notice>
      ) : null}
      {writable && !isDue && attested === null && (isUntouched || isSame) ? (
        <p className="row mt8">
          <Button look="neutral" size="sm" icon={<IconCheck />} busy={busy} onClick={takeOver}>
            {t('takeOver')}
          </Button>
          {isUntouched ? (
            <Button look="quiet" size="sm" onClick={() => props.onChange(prior.content)}>
              {t('begin')}
            </Button>
          ) : null}
        </p>
      ) : null}
    </section>
  );
}
