'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import type { NotAskable } from '@/domain/question';
import type { SealedTexts } from '@/screens/checklist/use-sealed-texts';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Disclosure } from '@/ui/disclosure';
import { Notice } from '@/ui/notice';
import { Tag } from '@/ui/tag';
import { TextArea } from '@/ui/text-area';
import { useCalls } from '../signed-in';
import type { WorkspaceItem } from './workspace-data';

type Question = WorkspaceItem['questions'][number];

/** What was asked of the bank about this item and what it answered, and the way to ask. Nothing typed is sent by itself. */
export function ItemQuestions(props: {
  assessmentId: string;
  item: WorkspaceItem;
  notAskable: NotAskable | null;
  texts: SealedTexts;
}) {
  const t = useTranslations('respondent.questions');
  const client = useTRPCClient();
  const router = useRouter();
  const refusalText = useRefusalText();
  const { attempt } = useCalls();
  const { assessmentId, item, notAskable, texts } = props;
  const { itemId, number, questions } = item;
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const [open, setOpen] = useState(false);
  const name = `question:${itemId}`;
  const text = texts.textOf(name) ?? '';
  // Whoever has begun finds the field open, also when it is found again after a reload.
  useEffect(() => {
    if (text !== '') setOpen(true);
  }, [text]);
  if (questions.length === 0 && notAskable !== null && text === '') return null;

  const change = async (what: string, done: string, work: () => Promise<unknown>) => {
    setBusy(what);
    setFailure(null);
    setSaid('');
    try {
      await work();
      setSaid(done);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(null);
      router.refresh();
    }
  };
  const ask = () =>
    change('ask', t('sent'), async () => {
      await attempt(() => client.respondent.questions.ask.mutate({ assessmentId, itemId, text }));
      texts.keep(name, null);
      setOpen(false);
    });
  const takeBack = (question: Question) =>
    change(question.questionId, t('takenBack'), async () => {
      const { questionId } = question;
      await attempt(() => client.respondent.questions.takeBack.mutate({ assessmentId, questionId }));
      if (text === '') texts.keep(name, question.text);
    });
  const form = (
    <>
      <TextArea
        label={t('text')}
        hint={t('hint')}
        rows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => texts.keep(name, event.target.value === '' ? null : event.target.value)}
      />
      <div className="row mt8">
        <Button
          size="sm"
          busy={busy === 'ask'}
          disabledReason={notAskable === null ? (text.trim() === '' ? t('textFirst') : undefined) : t('notNow')}
          onClick={() => void ask()}
        >
          {t('send')}
        </Button>
      </div>
    </>
  );
  return (
    <section className="mt16" aria-label={t('of', { number })}>
      {failure === null ? null : (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <p className="sub" role="status">
        {said}
      </p>
      {questions.map((question) => (
        <AskedQuestion
          key={question.questionId}
          question={question}
          busy={busy === question.questionId}
          onTakeBack={() => void takeBack(question)}
        />
      ))}
      {notAskable !== null && text === '' ? null : (
        <Disclosure summary={t(questions.length === 0 ? 'ask' : 'askMore')} open={open}>
          {form}
        </Disclosure>
      )}
    </section>
  );
}

function AskedQuestion(props: { question: Question; busy: boolean; onTakeBack: () => void }) {
  const t = useTranslations('respondent.questions');
  const locale = useLocale() as Locale;
  const { question } = props;
  const { answer, answeredBy, answeredAt } = question;
  return (
    <div className="cmt mt8">
      <p>
        <b>{t('question')}</b>
      </p>
      <p className="keep">{question.text}</p>
      <p className="sub">{t('by', { name: question.askedBy, at: formatInstant(question.askedAt, locale) })}</p>
      {answer !== null && answeredAt !== null ? (
        <div className="cmt mt8">
          <p>
            <b>{t('answer')}</b> {question.corrected ? <Tag>{t('corrected')}</Tag> : null}
          </p>
          <p className="keep">{answer}</p>
          <p className="sub">{t('by', { name: answeredBy, at: formatInstant(answeredAt, locale) })}</p>
        </div>
      ) : (
        <p className="row">
          <span className="sub">{t(question.state === 'lapsed' ? 'lapsed' : 'waiting')}</span>
          {question.mayTakeBack ? (
            <Button look="quiet" size="sm" busy={props.busy} onClick={props.onTakeBack}>
              {t('takeBack')}
            </Button>
          ) : null}
        </p>
      )}
    </div>
  );
}
