'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import type { SealedTexts } from '@/screens/checklist/use-sealed-texts';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Disclosure } from '@/ui/disclosure';
import { IconQuestion } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { StatusMark } from '@/ui/status-mark';
import { Tag } from '@/ui/tag';
import { TextArea } from '@/ui/text-area';
import type { Change, ReviewItem } from './review-data';

export type Asked = ReviewItem['questions'][number];

/** One question of the vendor's, its answer with whatever that replaced, and the field for it. */
export function QuestionPart(props: {
  assessmentId: string;
  /** 通番 as printed. */
  number: string;
  question: Asked;
  mayAnswer: boolean;
  texts: SealedTexts;
  change: Change;
}) {
  const t = useTranslations('bank.questions');
  const states = useTranslations('states.question');
  const locale = useLocale() as Locale;
  const { question, mayAnswer } = props;
  const { answer, answeredAt, state } = question;
  const draft = draftOf(question, props.texts);
  return (
    <div className="cmt mt8">
      <p className="row">
        <b>{t('question')}</b>
        {state === 'open' ? (
          <StatusMark icon={<IconQuestion />} label={states('open')} tone="warn" emphasis="act" />
        ) : (
          <Tag>{states(state)}</Tag>
        )}
      </p>
      <p className="keep">{question.text}</p>
      <p className="sub">
        {t('askedBy', {
          name: question.askedBy,
          department: question.department,
          at: formatInstant(question.askedAt, locale),
        })}
      </p>
      {answer !== null && answeredAt !== null ? (
        <div className="cmt mt8">
          <p>
            <b>{t('answer')}</b> {question.corrected ? <Tag>{t('corrected')}</Tag> : null}
          </p>
          <p className="keep">{answer}</p>
          <p className="sub">{t('by', { name: question.answeredBy, at: formatInstant(answeredAt, locale) })}</p>
          {question.earlier.length > 0 ? (
            <Disclosure summary={t('earlier', { count: question.earlier.length })}>
              {question.earlier.map((each) => (
                <div key={each.at.toISOString()} className="cmt mt8">
                  <p className="keep">{each.answer}</p>
                  <p className="sub">{t('by', { name: each.by, at: formatInstant(each.at, locale) })}</p>
                </div>
              ))}
            </Disclosure>
          ) : null}
          {mayAnswer && draft.text === null ? (
            <Button look="quiet" size="sm" onClick={() => draft.keep(answer)}>
              {t('correct')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {mayAnswer && (state === 'open' || (answer !== null && draft.text !== null)) ? (
        <AnswerField {...props} draft={draft} />
      ) : null}
    </div>
  );
}

/** What is being written, kept under the version that it was begun on. */
function draftOf({ questionId, version }: Asked, texts: SealedTexts) {
  const name = (of: number) => `answer:${questionId}:${of}`;
  const started = Array.from({ length: version }, (_, index) => version - index).find(
    (each) => texts.textOf(name(each)) !== null,
  );
  const text = started === undefined ? null : texts.textOf(name(started));
  return {
    text,
    started: started ?? version,
    keep: (typed: string | null) => texts.keep(name(started ?? version), typed),
    /** The text goes on from the answer as it stands now. */
    rebase() {
      texts.keep(name(version), text);
      if (started !== undefined) texts.keep(name(started), null);
    },
  };
}

/** The answer as it is written, sent by its button. What somebody else answered since it was begun is shown first. */
function AnswerField({
  assessmentId,
  number,
  question,
  change,
  draft,
}: {
  assessmentId: string;
  number: string;
  question: Asked;
  change: Change;
  draft: ReturnType<typeof draftOf>;
}) {
  const t = useTranslations('bank.questions');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const [busy, setBusy] = useState(false);
  const { questionId, answer, answeredBy, answeredAt } = question;
  const { started, keep } = draft;
  const overtaken = answer !== null && started < question.version;
  const text = draft.text ?? '';
  const send = async () => {
    setBusy(true);
    const sent = await change(
      () => client.bank.questions.answer.mutate({ assessmentId, questionId, version: started, answer: text }),
      (error) => refusalOf(error)?.code === 'stale-save',
    );
    if (sent) keep(null);
    setBusy(false);
  };
  return (
    <div className="mt8">
      {overtaken ? (
        <Notice
          tone="warn"
          live="assertive"
          title={t('overtaken', {
            name: answeredBy,
            at: answeredAt === null ? '' : formatInstant(answeredAt, locale),
          })}
          actions={
            <>
              <Button size="sm" onClick={() => keep(null)}>
                {t('takeTheirs')}
              </Button>
              <Button size="sm" onClick={draft.rebase}>
                {t('correctWithMine')}
              </Button>
            </>
          }
        >
          <p className="keep">{answer}</p>
        </Notice>
      ) : null}
      <TextArea
        label={t('answerTo', { number })}
        hint={t('hint')}
        rows={3}
        maxLength={2000}
        value={text}
        onChange={(event) => keep(event.target.value === '' && answer === null ? null : event.target.value)}
      />
      <div className="row mt8">
        <Button
          size="sm"
          busy={busy}
          disabledReason={text.trim() === '' ? t('answerFirst') : undefined}
          onClick={() => void send()}
        >
          {t(answer === null ? 'send' : 'sendCorrection')}
        </Button>
        {answer === null || overtaken ? null : (
          <Button look="quiet" size="sm" onClick={() => keep(null)}>
            {t('leave')}
          </Button>
        )}
      </div>
    </div>
  );
}
