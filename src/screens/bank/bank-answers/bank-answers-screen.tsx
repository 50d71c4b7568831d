'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { EMPTY_ANSWER } from '@/domain/answer';
import { cardActions, headingOf } from '@/screens/checklist/item-card';
import { useAnswerDesk } from '@/screens/checklist/use-answer-desk';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import { ProgressBar } from '@/ui/progress-bar';
import { BankAnswerCard, FoldedBankAnswer } from './bank-answer-card';
import { type BankAnswerItem, type BankAnswersView, isReady, slotOf } from './bank-answer-slots';
import { type Asked, ChooseDialog } from './choose-dialog';

/**
 * 当行の回答: the bank's items, answered once for the campaign or, with an assessment, for it alone. Saved as typed, put
 * forward together, approved by another person. `me` is the viewer's name, `today` YYYY-MM-DD in the bank's zone.
 */
export function BankAnswersScreen({ view, me, today }: { view: BankAnswersView; me: string; today: string }) {
  const t = useTranslations('bank.bankAnswers');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { campaignId, assessmentId, items, may } = view;
  const { desk, snapshot } = useAnswerDesk(
    assessmentId ?? campaignId,
    items.map((item) => {
      const slot = slotOf(item, assessmentId);
      return {
        itemId: item.itemId,
        item: item.item,
        content: slot?.content ?? EMPTY_ANSWER,
        version: slot?.version ?? 0,
        saved: slot?.updatedAt ? { at: slot.updatedAt, by: slot.by ?? '', afterDue: false } : null,
      };
    }),
    {
      me,
      draftsKey: async () => (await client.entry.draftsKey.mutate({ audience: 'bank' })).key,
      save: async (itemId, version, content) => {
        const saved = await client.bank.bankAnswers.save.mutate({ campaignId, assessmentId, itemId, version, content });
        return { version: saved.version, at: saved.updatedAt, afterDue: false };
      },
    },
  );
  const [openId, setOpenId] = useState(
    () => (items.find((item) => (slotOf(item, assessmentId)?.complete ?? false) === false) ?? items[0])?.itemId ?? '',
  );
  const [shared, setShared] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        items
          .filter((item) => {
            const slot = slotOf(item, assessmentId);
            return slot?.proposal?.shared ?? slot?.approved?.shared;
          })
          .map((item) => item.itemId),
      ),
  );
  const [asked, setAsked] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const cardOf = (itemId: string) => snapshot.cards.get(itemId);
  const done = items.filter((item) => cardOf(item.itemId)?.missing.length === 0).length;
  const approved = items.filter((item) => slotOf(item, assessmentId)?.standing === 'approved').length;
  const ready = items.filter((item) => isReady(slotOf(item, assessmentId), cardOf(item.itemId)));
  const waiting = items.filter((item) => slotOf(item, assessmentId)?.proposal);
  const mine = waiting.filter((item) => slotOf(item, assessmentId)?.proposal?.mine);
  const others = waiting.filter((item) => !mine.includes(item));

  const opened = useRef(openId);
  useEffect(() => {
    // On arrival the page's own start keeps the focus.
    if (opened.current !== openId) document.getElementById(headingOf(openId))?.focus();
    opened.current = openId;
  }, [openId]);

  const confirm = async ({ what }: Asked, chosen: readonly BankAnswerItem[]) => {
    setBusy(true);
    setFailure(null);
    try {
      if (what === 'propose') {
        await client.bank.bankAnswers.propose.mutate({
          campaignId,
          assessmentId,
          items: chosen.map(({ itemId }) => ({ itemId, share: shared.has(itemId) })),
        });
      } else {
        await client.bank.bankAnswers.approve.mutate({
          campaignId,
          assessmentId,
          items: chosen.map((item) => ({
            itemId: item.itemId,
            version: slotOf(item, assessmentId)?.proposal?.version ?? 0,
          })),
        });
      }
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
    setAsked(null);
    router.refresh();
  };
  return (
    <>
      <Breadcrumb
        trail={[
          { label: t('campaigns'), href: '/campaigns' },
          { label: view.campaignName, href: `/campaigns/${campaignId}` },
          { label: t('title') },
        ]}
      />
      <PageHead
        title={assessmentId === null ? t('title') : t('overrideTitle')}
        below={
          <>
            <p className="sub">{assessmentId === null ? t('lead', { count: items.length }) : t('overrideLead')}</p>
            <ProgressBar done={done} total={items.length} text={t('progress', { done, all: items.length, approved })} />
          </>
        }
        actions={
          <>
            {may.propose ? (
              <Button
                disabledReason={ready.length === 0 ? t('nothingReady') : undefined}
                onClick={() => setAsked({ what: 'propose', items: ready })}
              >
                {t('propose', { count: ready.length })}
              </Button>
            ) : null}
            {may.approve && waiting.length > 0 ? (
              <Button
                look="primary"
                disabledReason={others.length === 0 ? t('ownProposal') : undefined}
                onClick={() => setAsked({ what: 'approve', items: others })}
              >
                {t('approve', { count: others.length })}
              </Button>
            ) : null}
          </>
        }
      />
      {assessmentId === null ? null : (
        <p>
          <Link href={`/campaigns/${campaignId}/assessments/${assessmentId}`} prefetch={false}>
            {t('backToReview')}
          </Link>
        </p>
      )}
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt8">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      {snapshot.signedOut ? (
        <Notice
          tone="bad"
          live="assertive"
          title={t('signedOut')}
          actions={
            <Button size="sm" onClick={() => desk.retry()}>
              {t('tryAgain')}
            </Button>
          }
        >
          <p>
            {t('signedOutText')}{' '}
            <a href="/sign-in" target="_blank" rel="noreferrer">
              {t('signIn')}
            </a>
          </p>
        </Notice>
      ) : null}
      {items.map((item) => {
        const card = cardOf(item.itemId);
        const slot = slotOf(item, assessmentId);
        if (!card) return null;
        return item.itemId === openId ? (
          <BankAnswerCard
            key={item.itemId}
            item={item}
            slot={slot}
            fallback={assessmentId === null ? null : item.default}
            card={card}
            actions={cardActions(desk, item.itemId)}
            writable={may.save}
            me={me}
            today={today}
            shared={shared.has(item.itemId)}
            onShare={(share) => {
              const next = new Set(shared);
              if (share) next.add(item.itemId);
              else next.delete(item.itemId);
              setShared(next);
            }}
            onApprove={may.approve && others.includes(item) ? () => setAsked({ what: 'approve', items: [item] }) : null}
          />
        ) : (
          <FoldedBankAnswer
            key={item.itemId}
            item={item}
            slot={slot}
            card={card}
            onOpen={() => {
              desk.flush(openId);
              setOpenId(item.itemId);
            }}
          />
        );
      })}
      {asked ? (
        <ChooseDialog
          asked={asked}
          busy={busy}
          onCancel={() => setAsked(null)}
          onConfirm={(chosen) => void confirm(asked, chosen)}
        />
      ) : null}
    </>
  );
}
