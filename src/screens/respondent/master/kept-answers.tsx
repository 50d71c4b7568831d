'use client';

import { useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { AnswerRead } from '@/screens/checklist/answer-read';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Disclosure } from '@/ui/disclosure';
import { IconSearch } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import { TextInput } from '@/ui/text-input';
import { answersFound, type ServiceAnswer } from './answers-found';
import { BanksDiffer } from './banks-differ';
import type { OrganisationData } from './master-data';
import { MasterSource } from './master-source';
import { useOrganisationChange } from './use-organisation-change';

type Service = OrganisationData['services'][number];

/** The answers of one service as their checklist orders them, each with its source and age, to find, read and take out. */
export function KeptAnswers({ service }: { service: Service }) {
  const t = useTranslations('respondent.master');
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { busy, failure, change } = useOrganisationChange();
  const [leaving, setLeaving] = useState<ServiceAnswer | null>(null);
  const [words, setWords] = useState('');
  const groups = answersFound(service.answers, words);
  const found = groups.reduce((sum, { answers }) => sum + answers.length, 0);
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
      <TextInput
        label={t('search')}
        icon={<IconSearch />}
        value={words}
        maxLength={100}
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="sub mt8" role="status">
        {words.trim() === '' ? '' : found === 0 ? t('foundNone') : t('found', { count: found })}
      </p>
      {groups.map(({ category, answers }) => (
        <Fragment key={category ?? ''}>
          {category === null ? null : (
            <h3 className="mt16" lang="ja">
              {category}
            </h3>
          )}
          <ul className="plain">
            {answers.map((answer) => (
              <KeptAnswer key={answer.answerId} answer={answer} onForget={() => setLeaving(answer)} />
            ))}
          </ul>
        </Fragment>
      ))}
      <ConfirmDialog
        open={leaving !== null}
        onCancel={() => setLeaving(null)}
        onConfirm={() => void forget()}
        title={t('forgetTitle')}
        description={t('forgetText')}
        rows={leaving ? [{ key: leaving.answerId, text: `${leaving.number ?? ''}　${leaving.objective}` }] : []}
        confirmLabel={t('forget')}
        cancelLabel={t('forgetCancel')}
        busy={busy}
        danger
      />
    </Section>
  );
}

function KeptAnswer({ answer, onForget }: { answer: ServiceAnswer; onForget: () => void }) {
  const t = useTranslations('respondent.master');
  return (
    <li className="card mt8">
      <p className="row between">
        <span>
          {answer.number === null ? null : <span className="sub">{t('numbered', { number: answer.number })} </span>}
          <b lang="ja">{answer.objective}</b>
        </span>
        <span className="row nowrap">
          <Tag>{answer.old ? t('oldTag') : t('age', { months: answer.months })}</Tag>
          <AnswerMark status={answer.content.status} />
        </span>
      </p>
      <MasterSource kept={answer} />
      <BanksDiffer told={answer.told} kept={answer.content} here={null} />
      <Disclosure summary={t('read')}>
        <AnswerRead content={answer.content} />
        <p className="row mt8">
          <Button look="quiet" size="sm" onClick={onForget}>
            {t('forget')}
          </Button>
        </p>
      </Disclosure>
    </li>
  );
}
