'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { formatDate, type Locale } from '@/domain/date-format';
import { cardActions } from '@/screens/checklist/item-card';
import { useAnswerDesk } from '@/screens/checklist/use-answer-desk';
import { useSealedTexts } from '@/screens/checklist/use-sealed-texts';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { IconChevronLeft, IconChevronRight, IconSheet, IconUserPlus } from '@/ui/icons';
import { LiveRegion } from '@/ui/live-region';
import { itemsShown, useWorkspaceEvidence } from '../evidence/workspace-evidence';
import type { MasterData } from '../master/master-data';
import { useWorkspaceMaster } from '../master/workspace-master';
import { SignedIn } from '../signed-in';
import { AnswerCard } from './answer-card';
import { CategoryNav, CategorySelect } from './category-nav';
import { EndedNotice, unsavedForGood } from './ended-notice';
import { FoldedItem } from './folded-item';
import { ReplyField } from './reply-field';
import { SavingMark, savingOf } from './saving-mark';
import { SharedAnswers } from './shared-answers';
import { StandingNotice } from './standing-notice';
import { TakeOverAll } from './take-over-all';
import { useNextKey } from './use-next-key';
import { usePlace } from './use-place';
import { usePresence } from './use-presence';
import { useReplies, withReplies } from './use-replies';
import { useStillOpen } from './use-still-open';
import { ViewPills, ViewSelect } from './view-choice';
import { WorkspaceBar } from './workspace-bar';
import {
  type Category,
  categoriesOf,
  deskItems,
  fromLastYear,
  type WorkspaceData,
  type WorkspaceItem,
} from './workspace-data';
import { isListed, isOpen, isReturned, isUnmoved, isWritable } from './workspace-view';

/**
 * 回答画面: the items by category or as a view lists them, the printed text beside the answer, each answer saved as it is
 * typed. `at` is the 通番 to open first, `show` the view.
 */
export function Workspace(props: { data: WorkspaceData; master: MasterData; at: string | null; show: string | null }) {
  const { master } = props;
  const t = useTranslations('respondent.workspace');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const { assessmentId } = props.data;
  const draftsKey = async () => (await client.entry.draftsKey.mutate({ audience: 'respondent' })).key;
  const texts = useSealedTexts(assessmentId, draftsKey);
  const replies = useReplies(props.data, {
    draftsKey,
    save: async (itemId, version, body) => {
      const saved = await client.respondent.answers.reply.mutate({ assessmentId, itemId, version, body });
      return { version: saved.version, at: saved.at, afterDue: false };
    },
  });
  const data = { ...props.data, items: withReplies(props.data.items, replies.snapshot) };
  const { desk, snapshot } = useAnswerDesk(assessmentId, deskItems(data), {
    me: data.me.name,
    draftsKey,
    save: async (itemId, version, content, resolves) => {
      const input = { assessmentId, itemId, version, content, ...(resolves ? { resolves } : {}) };
      const saved = await client.respondent.answers.save.mutate(input);
      return { version: saved.version, at: saved.savedAt, afterDue: saved.afterDue };
    },
    shown: itemsShown(data.evidence),
  });
  const saving = savingOf(snapshot, replies.snapshot);
  const evidence = useWorkspaceEvidence(data, desk);
  const cardOf = (itemId: string) => snapshot.cards.get(itemId);
  const isDone = (itemId: string) => cardOf(itemId)?.missing.length === 0;
  const place = usePlace(data, props, cardOf, (itemId) => desk.flush(itemId));
  const { view, openId, current, open, listed, next } = place;
  const done = data.items.filter((item) => isDone(item.itemId)).length;
  const isSettled = (item: WorkspaceItem) => (view === 'returned' ? !isOpen(item, cardOf) : isDone(item.itemId));
  const settled = (itemId: string) => listed.some((item) => item.itemId === itemId && isSettled(item));
  const categories = categoriesOf(view === 'all' ? data.items : listed);
  const shown = view === 'all' ? categories.filter(({ name }) => name === current?.category) : categories;
  const othersAt = usePresence(assessmentId, data.notWritable === null ? (current?.itemId ?? null) : null);
  const others = othersAt(openId);
  const index = listed.findIndex((item) => item.itemId === openId);
  useNextKey(next === undefined ? null : () => open(next));
  const writable = data.notWritable === null;
  const stillOpen = useStillOpen(assessmentId, unsavedForGood(snapshot, data.items).length > 0);
  const form = `/respond/${assessmentId}/form`;
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
  const changeable = data.items.filter((item) => isWritable(data, item));
  const fromMaster = useWorkspaceMaster(data, master, desk, cardOf);
  return (
    <SignedIn
      me={data.me}
      needed={snapshot.signedOut || replies.snapshot.signedOut || evidence.signedOut}
      onSignedIn={() => {
        desk.retry();
        replies.desk.retry();
        evidence.retry();
      }}
    >
      <WorkspaceBar data={data} saving={saving} />
      <CategorySelect
        categories={categories}
        current={current?.category ?? null}
        isDone={settled}
        onOpen={open}
        view={<ViewSelect views={place.views} view={view} onLook={place.look} />}
      />
      <div className="ws">
        <CategoryNav
          categories={categories}
          current={current?.category ?? null}
          isDone={settled}
          done={done}
          total={data.items.length}
          onOpen={open}
          othersAt={({ items }) => [...new Set(items.flatMap(({ itemId }) => othersAt(itemId)))]}
          view={<ViewPills views={place.views} view={view} onLook={place.look} />}
          below={
            writable ? (
              <section className="xl mt16" aria-labelledby="in-excel">
                <h2 id="in-excel">{t('inExcel')}</h2>
                <p className="mt4">{t('inExcelText')}</p>
                <p className="mt8">
                  <ButtonLink size="sm" icon={<IconSheet />} href={form}>
                    {t('toForm')}
                  </ButtonLink>
                </p>
              </section>
            ) : null
          }
        />
        <main id="main" className="wm" tabIndex={-1}>
          <EndedNotice snapshot={snapshot} items={data.items} stillOpen={stillOpen} />
          <StandingNotice data={data} />
          {writable ? (
            <TakeOverAll {...fromLastYear(changeable, cardOf)} me={data.me.name} onTakeOver={takeOver} />
          ) : null}
          {fromMaster.offer}
          {view === 'all' ? null : (
            <div className="row between">
              <h1>{t(`view.${view}`)}</h1>
              <span role="status">
                {place.matching.length === 0
                  ? t(`noneIn.${view}`)
                  : t('listed', { count: place.matching.length, total: data.items.length })}
              </span>
            </div>
          )}
          {shown.map((category) => (
            <Fragment key={category.name}>
              <CategoryHeading
                category={category}
                isPage={view === 'all'}
                done={category.items.filter(isSettled).length}
              />
              {category.items.map((item) => {
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
                    writable={isWritable(data, item)}
                    notAskable={data.notAskable}
                    texts={texts}
                    reply={
                      <ReplyField
                        itemId={item.itemId}
                        card={replies.snapshot.cards.get(item.itemId)}
                        desk={replies.desk}
                        writable={isWritable(data, item)}
                      />
                    }
                    isLead={data.isLead}
                    others={others}
                    onTakeOver={() => takeOver([item])}
                    master={fromMaster.beside(item.itemId)}
                    evidence={evidence.beside(item, card)}
                    keep={fromMaster.keepOne(item.itemId)}
                    staysListed={isListed(view, item, cardOf, data.isLead) ? null : t('staysListed')}
                    next={
                      next === undefined || !writable ? null : (
                        <Button look="primary" aria-keyshortcuts="Control+Enter Meta+Enter" onClick={() => open(next)}>
                          {isReturned(data) ? t('nextOpen') : t('nextLacking')}
                          <span className="kbd hide-s" aria-hidden="true">
                            {t('nextKey')}
                          </span>
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
                    isUnmoved={isUnmoved(item, cardOf)}
                    others={othersAt(item.itemId)}
                    onOpen={() => open(item.itemId)}
                  />
                );
              })}
            </Fragment>
          ))}
          <SharedAnswers data={data} />
          {writable ? (
            <p className="mt16 only-s">
              <ButtonLink look="quiet" icon={<IconSheet />} href={form}>
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
        <Button look="neutral" icon={<IconChevronLeft />} onClick={() => open(listed[index - 1]?.itemId)}>
          {t('previous')}
        </Button>
        <span className="bb-at">
          <SavingMark saving={saving} short />
          <span>{t('doneOf', { done, total: data.items.length })}</span>
        </span>
        <Button look="primary" onClick={() => open(listed[index + 1]?.itemId)}>
          {t('next')} <IconChevronRight />
        </Button>
      </nav>
      <LiveRegion text={saving.lastSavedAt && !saving.unsaved ? t('allSaved') : ''} />
      <LiveRegion text={others.length === 0 ? '' : t('alsoHere', { names: others.join(t('joint')) })} />
    </SignedIn>
  );
}

/** Above a category's items: the page's own title where one category is all that is listed. */
function CategoryHeading(props: { category: Category; isPage: boolean; done: number }) {
  const t = useTranslations('respondent.workspace');
  const { category, isPage, done } = props;
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div className="row between mt16">
      <Heading lang="ja">{category.name}</Heading>
      <span>{t('answeredOf', { done, total: category.items.length })}</span>
    </div>
  );
}
