'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { AnswerRead } from '@/screens/checklist/answer-read';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Disclosure } from '@/ui/disclosure';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import { BanksDiffer } from './banks-differ';
import type { OrganisationData } from './master-data';
import { useOrganisationChange } from './use-organisation-change';

type Service = OrganisationData['services'][number];

/** The answers of one service, each with its source and age, to read and to take out. */
export function KeptAnswers({ service }: { service: Service }) {
  const t = useTranslations('respondent.master');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { busy, failure, change } = useOrganisationChange();
  const [leaving, setLeaving] = useState<Service['answers'][number] | null>(null);
  const forget = async () => {
    if (leaving) await change(() => client.organisation.forget.mutate({ answerId: leaving.answerId }));
    setLeaving(null);
  };
  return (
    <Section
      id={`service-${service.masterServiceId}`}
      title={t('serviceWith', { name: service.name, count: service.answers.length })}
      className="mt24"
    >
      {failure === null ? null : (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <ul className="plain">
        {service.answers.map((answer) => (
          <li key={answer.answerId} className="card mt8">
            <p className="row between">
              <b lang="ja">{answer.objective}</b>
              <span className="row nowrap">
                {answer.old ? <Tag>{t('oldTag')}</Tag> : null}
                <AnswerMark status={answer.content.status} />
              </span>
            </p>
            <p className="sub">
              {t('keptBy', {
                bank: locale === 'ja' ? answer.bankName : answer.bankNameEn,
                campaign: answer.campaignName,
                name: answer.byName,
                at: formatInstant(answer.updatedAt, locale),
              })}
            </p>
            <BanksDiffer told={answer.told} kept={answer.content} here={null} />
            <Disclosure summary={t('read')}>
              <AnswerRead content={answer.content} />
              <p className="row mt8">
                <Button look="quiet" size="sm" onClick={() => setLeaving(answer)}>
                  {t('forget')}
                </Button>
              </p>
            </Disclosure>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={leaving !== null}
        onCancel={() => setLeaving(null)}
        onConfirm={() => void forget()}
        title={t('forgetTitle')}
        description={t('forgetText')}
        rows={leaving ? [{ key: leaving.answerId, text: leaving.objective }] : []}
        confirmLabel={t('forget')}
        cancelLabel={t('forgetCancel')}
        busy={busy}
        danger
      />
    </Section>
  );
}
