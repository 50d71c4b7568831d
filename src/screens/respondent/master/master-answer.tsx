'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type AnswerContent, EMPTY_ANSWER, sameContent } from '@/domain/answer';
import { formatDate, type Locale } from '@/domain/date-format';
import { bankDateOf } from '@/domain/deadline';
import { useAnswerLines } from '@/screens/checklist/answer-as-text';
import type { Card } from '@/screens/checklist/answer-desk';
import { AnswerRead } from '@/screens/checklist/answer-read';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Diff } from '@/ui/diff';
import { Disclosure } from '@/ui/disclosure';
import { IconCopy } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { BanksDiffer } from './banks-differ';
import type { MasterItem } from './master-data';
import { MasterSource } from './master-source';

/**
 * The master's answer beside an item: its source and age, to fill in with; once something stands here, what differs; and a
 * warning where another bank was told something else. Only the vendor's people ever see it.
 */
export function MasterAnswer(props: {
  kept: MasterItem;
  card: Card;
  writable: boolean;
  onChange: (content: AnswerContent) => void;
  onFill: () => Promise<void>;
}) {
  const t = useTranslations('respondent.master');
  const locale = useLocale() as Locale;
  const refusalText = useRefusalText();
  const linesOf = useAnswerLines();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { kept, card, writable } = props;
  const untouched = sameContent(card.content, EMPTY_ANSWER);
  const differing = <BanksDiffer told={kept.told} kept={kept.content} here={untouched ? null : card.content} />;
  if (sameContent(card.content, kept.content)) {
    const bank = locale === 'ja' ? kept.bankName : kept.bankNameEn;
    const answered = formatDate(bankDateOf(kept.answeredAt), locale);
    return (
      <>
        {kept.fromHere ? null : (
          <p className="sub mt8">{t('fromMaster', { bank, campaign: kept.campaignName, answered })}</p>
        )}
        {differing}
      </>
    );
  }
  const textOf = (content: AnswerContent) =>
    linesOf(content)
      .map(({ label, text }) => `${label}　${text}`)
      .join('\n');
  const fill = async () => {
    setBusy(true);
    setFailure(null);
    await props.onFill().catch(setFailure);
    setBusy(false);
  };
  return (
    <section aria-label={t('beside')} className="mt8">
      <Notice
        tone="info"
        title={untouched ? t('hasAnswer', { age: t('age', { months: kept.months }) }) : t('other')}
        actions={
          writable && !untouched ? (
            <Button look="quiet" size="sm" onClick={() => props.onChange(kept.content)}>
              {t('useIt')}
            </Button>
          ) : null
        }
      >
        <MasterSource kept={kept} />
        {untouched && kept.old ? <p>{t('oldOne')}</p> : null}
      </Notice>
      {untouched ? (
        <Disclosure summary={t('read')} open={kept.old}>
          <AnswerRead content={kept.content} />
        </Disclosure>
      ) : (
        <Disclosure summary={t('whatDiffers')}>
          <Diff before={textOf(kept.content)} after={textOf(card.content)} className="read keep" />
        </Disclosure>
      )}
      {differing}
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt8">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      {writable && untouched ? (
        <p className="row mt8">
          <Button look="neutral" size="sm" icon={<IconCopy />} busy={busy} onClick={fill}>
            {t('fillOne')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
