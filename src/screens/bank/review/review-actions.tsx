'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isBankBusinessDay, nextBankBusinessDay } from '@/domain/business-day';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { DateField } from '@/ui/date-field';
import { TextArea } from '@/ui/text-area';
import { type HandOver, HandOverFields } from './hand-over-fields';
import { openPoints } from './open-points';
import { NO_TERMS, TermsFields } from './proposal-fields';
import { ProposalRead } from './proposal-read';
import type { Review } from './review-data';

const ACTIONS = ['open', 'return', 'propose', 'approve', 'reject', 'reopen', 'reissue', 'extend', 'withdraw'] as const;
type Action = (typeof ACTIONS)[number];
/** What asks for words, and whether it can do without them. */
const WORDS: Partial<Record<Action, 'needed' | 'optional'>> = {
  return: 'optional',
  propose: 'optional',
  approve: 'optional',
  reject: 'needed',
  reopen: 'needed',
  extend: 'needed',
  withdraw: 'needed',
};
const MAIN: readonly Action[] = ['open', 'propose', 'approve'];

/** What the viewer may do with the submission as a whole; the server decides what that is. Each is confirmed. */
export function ReviewActions(props: {
  /** The address asks for another link: a way here from mails that did not arrive. */
  beginWithLink: boolean;
  review: Review;
  change: (work: () => Promise<unknown>) => Promise<boolean>;
}) {
  const t = useTranslations('bank.review.actions');
  const client = useTRPCClient();
  const { review, change } = props;
  const { head, round, progress, acceptance, may } = review;
  const [asking, setAsking] = useState<Action | null>(props.beginWithLink && may.reissue ? 'reissue' : null);
  const [words, setWords] = useState('');
  const [dueDate, setDueDate] = useState(head.suggestedDueDate);
  const [terms, setTerms] = useState(NO_TERMS);
  const [handOver, setHandOver] = useState<HandOver>(null);
  const [declined, setDeclined] = useState(false);
  /** Each dialog begins empty: words for one reader never go to another. */
  const ask = (action: Action) => {
    setWords('');
    setTerms(NO_TERMS);
    setHandOver(null);
    setDeclined(false);
    setDueDate(action === 'extend' && head.dueDate > head.suggestedDueDate ? head.dueDate : head.suggestedDueDate);
    setAsking(action);
  };
  const [busy, setBusy] = useState(false);
  const { assessmentId } = head;
  const api = client.bank;

  const work = (action: Action): Promise<unknown> => {
    const roundId = round?.id ?? '';
    const acceptanceId = acceptance?.id ?? '';
    switch (action) {
      case 'open':
        return api.reviews.open.mutate({ assessmentId });
      case 'return':
        return api.reviews.return.mutate({ assessmentId, roundId, dueDate, message: words });
      case 'propose':
        return api.reviews.propose.mutate({
          assessmentId,
          roundId,
          summary: words,
          conditions: terms.conditions,
          grade: terms.grade || null,
          nextDate: terms.nextDate || null,
        });
      case 'approve':
      case 'reject':
        return api.reviews.decide.mutate({ assessmentId, acceptanceId, decision: action, reason: words });
      case 'reopen':
        return api.reviews.reopen.mutate({ assessmentId, reason: words });
      case 'reissue':
        return api.invitations.reissue.mutate({ assessmentId, contact: handOver });
      case 'extend':
        return api.assessments.extend.mutate({ assessmentId, dueDate, reason: words, version: head.version });
      case 'withdraw':
        return api.assessments.withdraw.mutate({ assessmentId, reason: words, declined });
    }
  };
  const confirm = async () => {
    if (asking === null) return;
    setBusy(true);
    if (await change(() => work(asking))) setWords('');
    setBusy(false);
    setAsking(null);
  };
  const hinders = (action: Action): string | undefined => {
    if (action === 'propose' && progress.unjudged.length > 0)
      return t('stillUnjudged', { count: progress.unjudged.length });
    if (action === 'return' && progress.commented.length === 0) return t('noComments');
    return undefined;
  };
  const need = asking === null ? undefined : WORDS[asking];
  /** What still has to be done in the dialog, or before it can be confirmed. */
  const lacks = (): string | undefined => {
    if (need === 'needed' && words.trim() === '') return t('wordsNeeded');
    if (asking === 'reissue' && handOver !== null && (handOver.name.trim() === '' || handOver.address.trim() === '')) {
      return t('reissue.missing');
    }
    if (asking === 'propose' && head.grades.length > 0 && terms.grade === '') return t('gradeNeeded');
    if (asking === 'approve' && progress.bankUnapproved.length > 0) {
      return t('ownUnapproved', { count: progress.bankUnapproved.length });
    }
    if (asking === 'approve' && progress.unjudged.length > 0) {
      return t('stillUnjudged', { count: progress.unjudged.length });
    }
    return undefined;
  };
  return (
    <>
      {review.acceptance?.state === 'proposed' && review.acceptance.mine ? (
        <p className="sub">{t('ownProposal')}</p>
      ) : null}
      {ACTIONS.filter((action) => may[action]).map((action) => (
        <Button
          key={action}
          look={MAIN.includes(action) ? 'primary' : 'neutral'}
          disabledReason={hinders(action)}
          onClick={() => ask(action)}
        >
          {t(`${action}.label`, { count: progress.commented.length })}
        </Button>
      ))}
      <ConfirmDialog
        open={asking !== null}
        onCancel={() => setAsking(null)}
        onConfirm={() => void confirm()}
        busy={busy}
        danger={asking === 'withdraw'}
        disabledReason={lacks()}
        rows={
          asking === 'approve' || asking === 'propose'
            ? openPoints(review).map(({ kind, numbers, hinders: hinder }) => ({
                key: kind,
                text: t(`points.${kind}`, { count: numbers.length, numbers: numbers.join(t('joint')) }),
                ...(hinder && asking === 'approve' ? { tone: 'bad' as const } : {}),
              }))
            : []
        }
        title={asking ? t(`${asking}.title`, { vendor: head.vendorName }) : ''}
        description={
          asking
            ? t(`${asking}.text`, {
                numbers: progress.commented.join(t('joint')),
                gaps: progress.gaps,
                insufficient: progress.insufficient.length,
                name: head.contact?.name ?? '',
                proposer: acceptance?.proposedBy ?? '',
              })
            : ''
        }
        confirmLabel={asking ? t(`${asking}.label`, { count: progress.commented.length }) : ''}
        cancelLabel={t('cancel')}
      >
        {asking === 'return' || asking === 'extend' ? (
          <DateField
            label={t('dueDate')}
            required
            value={dueDate}
            today={head.today}
            isHoliday={(day) => !isBankBusinessDay(day)}
            nextBusinessDay={nextBankBusinessDay}
            onChange={setDueDate}
          />
        ) : null}
        {asking === 'approve' && acceptance ? <ProposalRead proposal={acceptance} /> : null}
        {need === undefined || asking === null ? null : (
          <TextArea
            label={t(`${asking}.words`)}
            required={need === 'needed'}
            rows={3}
            maxLength={4000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        {asking === 'withdraw' ? (
          <Checkbox
            label={t('withdraw.declined')}
            checked={declined}
            onChange={(event) => setDeclined(event.target.checked)}
          />
        ) : null}
        {asking === 'reissue' ? <HandOverFields to={handOver} onChange={setHandOver} /> : null}
        {asking === 'propose' ? <TermsFields head={head} terms={terms} onChange={setTerms} /> : null}
      </ConfirmDialog>
    </>
  );
}
