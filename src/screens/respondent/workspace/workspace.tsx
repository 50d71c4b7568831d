'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { formatDate, type Locale } from '@/domain/date-format';
import { cardActions, headingOf } from '@/screens/checklist/item-card';
import { useAnswerDesk } from '@/screens/checklist/use-answer-desk';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { IconChevronLeft, IconChevronRight, IconSheet, IconUserPlus } from '@/ui/icons';
import { LiveRegion } from '@/ui/live-region';
import type { MasterData } from '../master/master-data';
import { useWorkspaceMaster } from '../master/workspace-master';
import { SignInAgain } from '../sign-in-again';
import { AnswerCard } from './answer-card';
import { CategoryNav, CategorySelect } from './category-nav';
import { FoldedItem } from './folded-item';
import { SharedAnswers } from './shared-answers';
import { StandingNotice } from './standing-notice';
import { TakeOverAll } from './take-over-all';
import { WorkspaceBar } from './workspace-bar';
import { categoriesOf, fromLastYear, type WorkspaceData, type WorkspaceItem } from './workspace-data';

/**
 * 回答画面: the items by category, the printed text beside the answer, each answer saved as it is typed. `at` is the
 * 通番 to open first; without it the first item that lacks something.
 */
export function Workspace({ data, master, at }: { data: WorkspaceData; master: MasterData; at: string | null }) {
  const t = useTranslations('respondent.workspace');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const { assessmentId } = data;
  const { desk, snapshot } = useAnswerDesk(assessmentId, data.items, {
    me: data.me.name,
    draftsKey: async () => (await client.entry.draftsKey.mutate({ audience: 'respondent' })).key,
    save: async (itemId, version, content) => {
      const saved = await client.respondent.answers.save.mutate({ assessmentId, itemId, version, content });
      return { version: saved.version, at: saved.savedAt, afterDue: saved.afterDue };
    },
  });
  const categories = categoriesOf(data.items);
  const cardOf = (itemId: string) => snapshot.cards.get(itemId);
  const isDone = (itemId: string) => cardOf(itemId)?.missing.length === 0;
  const firstOpen = data.items.find((item) => item.missing.length > 0) ?? data.items[0];
  const [openId, setOpenId] = useState(
    () => (data.items.find((item) => item.number === at) ?? firstOpen)?.itemId ?? '',
  );
  const opened = useRef<string | null>(null);
  const index = data.items.findIndex((item) => item.itemId === openId);
  const current = data.items[index];
  const category = categories.find(({ items }) => items.some((item) => item.itemId === openId));
  const done = data.items.filter((item) => isDone(item.itemId)).length;

  useEffect(() => {
    const heading = document.getElementById(headingOf(openId));
    const arrived = opened.current === null;
    // On arrival the page's own start keeps the focus, and the place too unless an item was asked for.
    if (!arrived && opened.current !== openId) heading?.focus({ preventScroll: true });
    if (arrived ? at !== null : opened.current !== openId)
      heading?.closest('article')?.scrollIntoView({ block: 'start' });
    opened.current = openId;
    if (current) window.history.replaceState(null, '', `?item=${current.number}`);
  }, [openId, current, at]);

  const open = (itemId: string | undefined) => {
    if (itemId === undefined) return;
    desk.flush(openId);
    setOpenId(itemId);
  };
  const nextLacking = () => {
    const after = [...data.items.slice(index + 1), ...data.items.slice(0, index)];
    return after.find((item) => !isDone(item.itemId))?.itemId;
  };
  const writable = data.notWritable === null;
  const takeOver = async (items: readonly WorkspaceItem[]) => {
    const wanted = items.map(({ itemId }) => ({ itemId, version: cardOf(itemId)?.kept.version ?? 0 }));
    const { taken, savedAt, afterDue } = await client.respondent.answers.takeOver.mutate({
      assessmentId,
      items: wanted,
    });
    for (const { itemId, version, content } of taken) {
      desk.adopt(itemId, { content, version, saved: { at: savedAt, by: data.me.name, afterDue } });
    }
    router.refresh();
  };
  const fromMaster = useWorkspaceMaster(data, master, desk, cardOf);
  const lacking = nextLacking();
  return (
    <>
      <WorkspaceBar data={data} snapshot={snapshot} />
      <CategorySelect categories={categories} current={category?.name ?? ''} isDone={isDone} onOpen={open} />
      <div className="ws">
        <CategoryNav
          categories={categories}
          current={category?.name ?? ''}
          isDone={isDone}
          done={done}
          total={data.items.length}
          onOpen={open}
        />
        <main id="main" className="wm" tabIndex={-1}>
          <StandingNotice data={data} />
          {writable ? (
            <TakeOverAll {...fromLastYear(data.items, cardOf)} me={data.me.name} onTakeOver={takeOver} />
          ) : null}
          {fromMaster.offer}
          <div className="row between">
            <h1>{category?.name}</h1>
            <span>
              {t('answeredOf', {
                done: category?.items.filter((item) => isDone(item.itemId)).length ?? 0,
                total: category?.items.length ?? 0,
              })}
            </span>
          </div>
          {category?.items.map((item) => {
            const card = cardOf(item.itemId);
            if (!card) return null;
            return item.itemId === openId ? (
              <AnswerCard
                key={item.itemId}
                assessmentId={assessmentId}
                item={item}
                card={card}
                actions={cardActions(desk, item.itemId)}
                me={data.me.name}
                today={data.today}
                asOf={t('asOf', { date: formatDate(data.referenceDate, locale) })}
                writable={writable}
                isLead={data.isLead}
                onTakeOver={() => takeOver([item])}
                master={fromMaster.beside(item.itemId)}
                keep={fromMaster.keepOne(item.itemId)}
                next={
                  lacking === undefined || !writable ? null : (
                    <Button look="primary" onClick={() => open(lacking)}>
                      {t('nextLacking')}
                    </Button>
                  )
                }
              />
            ) : (
              <FoldedItem
                key={item.itemId}
                item={item}
                card={card}
                isLead={data.isLead}
                onOpen={() => open(item.itemId)}
              />
            );
          })}
          <SharedAnswers data={data} />
          {writable ? (
            <p className="mt16">
              <ButtonLink look="quiet" icon={<IconSheet />} href={`/respond/${assessmentId}/form`}>
                {t('inExcel')}
              </ButtonLink>
            </p>
          ) : null}
          {fromMaster.keepAll}
          {data.isLead ? (
            <p className="mt16 row">
              <ButtonLink look="primary" size="lg" href={`/respond/${assessmentId}/submit`}>
                {writable ? t('toSubmit') : t('toReceipt')}
              </ButtonLink>
              {writable ? (
                <ButtonLink look="quiet" icon={<IconUserPlus />} href={`/respond/${assessmentId}/colleagues`}>
                  {t('asksColleagues')}
                </ButtonLink>
              ) : null}
            </p>
          ) : (
            <p className="mt16 read">{t('leadSubmits')}</p>
          )}
        </main>
      </div>
      <nav className="only-s bb" aria-label={t('moveBetweenItems')}>
        <Button look="neutral" icon={<IconChevronLeft />} onClick={() => open(data.items[index - 1]?.itemId)}>
          {t('previous')}
        </Button>
        <span>
          <b>{current?.number}</b> {t('doneOf', { done, total: data.items.length })}
        </span>
        <Button look="primary" onClick={() => open(data.items[index + 1]?.itemId)}>
          {t('next')} <IconChevronRight />
        </Button>
      </nav>
      <LiveRegion text={snapshot.lastSavedAt && !snapshot.unsaved ? t('allSaved') : ''} />
      <SignInAgain open={snapshot.signedOut} me={data.me} onSignedIn={() => desk.retry()} />
    </>
  );
}
