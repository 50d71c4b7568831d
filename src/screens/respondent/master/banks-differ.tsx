'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { type AnswerContent, sameContent } from '@/domain/answer';
import { useAnswerLines } from '@/screens/checklist/answer-as-text';
import { Diff } from '@/ui/diff';
import { Disclosure } from '@/ui/disclosure';
import { Notice } from '@/ui/notice';
import type { MasterItem } from './master-data';

/**
 * The warning, to the vendor alone, where banks hold different answers: which of them were told something else than what
 * stands `here`, or than the master's answer as long as nothing does. Nothing where all hold the same.
 */
export function BanksDiffer(props: { told: MasterItem['told']; kept: AnswerContent; here: AnswerContent | null }) {
  const t = useTranslations('respondent.master');
  const locale = useLocale();
  const format = useFormatter();
  const linesOf = useAnswerLines();
  const { told, kept, here } = props;
  const standing = here ?? kept;
  const others = told
    .map((each) => ({
      ...each,
      bank: locale === 'ja' ? each.bankName : each.bankNameEn,
      content: each.content ?? kept,
    }))
    .filter(({ content }) => !sameContent(content, standing));
  if (others.length === 0) return null;
  const textOf = (content: AnswerContent) =>
    linesOf(content)
      .map(({ label, text }) => `${label}　${text}`)
      .join('\n');
  return (
    <Notice tone="warn" className="mt8" title={t('differs', { bank: format.list(others.map(({ bank }) => bank)) })}>
      {others.map(({ bank, content }) => (
        <Disclosure key={bank} summary={t('toldBank', { bank })}>
          <Diff before={textOf(content)} after={textOf(standing)} className="read keep" />
        </Disclosure>
      ))}
    </Notice>
  );
}
