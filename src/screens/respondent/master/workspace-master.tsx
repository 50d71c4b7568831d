'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { AnswerDesk, Card } from '@/screens/checklist/answer-desk';
import { cardActions } from '@/screens/checklist/item-card';
import { useTRPCClient } from '@/trpc/client/provider';
import type { WorkspaceData } from '../workspace/workspace-data';
import { isWritable } from '../workspace/workspace-view';
import { FillAll } from './fill-all';
import { KeepAnswers } from './keep-answers';
import { MasterAnswer } from './master-answer';
import { keepOffers, type MasterData, type MasterItem, serviceHere } from './master-data';

/** The answer master in the workspace: its offer over all items, its word beside each, and the ways to save to it. */
export function useWorkspaceMaster(
  data: WorkspaceData,
  master: MasterData,
  desk: AnswerDesk,
  cardOf: (itemId: string) => Card | undefined,
) {
  const t = useTranslations('respondent.master');
  const router = useRouter();
  const client = useTRPCClient();
  const { assessmentId, items } = data;
  const changeable = items.filter((item) => isWritable(data, item));
  const isChangeable = (itemId: string) => changeable.some((item) => item.itemId === itemId);
  const here = serviceHere(master);
  const isAnswered = (itemId: string) => (cardOf(itemId)?.kept.content.status ?? 'unanswered') !== 'unanswered';
  const answered = keepOffers(items, cardOf);
  // A colleague uses the organisation's master; only a lead's first save founds one.
  const mayKeep = data.isLead || master.organisation !== null;
  const keeping = {
    assessmentId,
    master,
    me: data.me.name,
    suggested: { vendor: data.vendorName, service: data.serviceName },
  };

  const fill = async (masterServiceId: string, chosen: readonly MasterItem[]) => {
    const { filled, savedAt, afterDue } = await client.respondent.master.fill.mutate({
      assessmentId,
      masterServiceId,
      items: chosen.map(({ itemId, version }) => ({
        itemId,
        version: cardOf(itemId)?.kept.version ?? 0,
        masterVersion: version,
      })),
    });
    for (const { itemId, version, content } of filled) {
      desk.adopt(itemId, { content, version, saved: { at: savedAt, by: data.me.name, afterDue } });
    }
    router.refresh();
  };
  const link = async (masterServiceId: string) => {
    await client.respondent.master.link.mutate({ assessmentId, masterServiceId });
    router.refresh();
  };
  return {
    offer:
      changeable.length > 0 ? (
        <FillAll items={items} master={master} cardOf={cardOf} onLink={link} onFill={fill} />
      ) : null,
    beside(itemId: string) {
      const kept = here?.items.find((each) => each.itemId === itemId);
      const card = cardOf(itemId);
      if (!here || !kept || !card) return null;
      return (
        <MasterAnswer
          kept={kept}
          card={card}
          writable={isChangeable(itemId)}
          onChange={cardActions(desk, itemId).onChange}
          onFill={() => fill(here.masterServiceId, [kept])}
        />
      );
    },
    keepOne: (itemId: string) =>
      mayKeep && cardOf(itemId)?.phase === 'kept' && isAnswered(itemId) ? (
        <KeepAnswers
          {...keeping}
          offers={keepOffers(
            items.filter((each) => each.itemId === itemId),
            cardOf,
          )}
          label={t('keepOne')}
          size="sm"
        />
      ) : null,
    keepAll:
      mayKeep && (answered.length > 0 || master.organisation) ? (
        <p className="mt16 row">
          {answered.length > 0 ? <KeepAnswers {...keeping} offers={answered} label={t('keepAll')} /> : null}
          {master.organisation ? <Link href="/respond/master">{t('toMaster')}</Link> : null}
        </p>
      ) : null,
  };
}
