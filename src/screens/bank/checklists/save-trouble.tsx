'use client';

import { useTranslations } from 'next-intl';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Diff } from '@/ui/diff';
import { Notice } from '@/ui/notice';
import { type TypedItem, typedItem } from './typed-item';
import type { Draft } from './use-draft';

const TEXTS = ['number', 'category', 'objective', 'practices', 'notes', 'sources', 'sections', 'guidance'] as const;

/** A refused save: why, and after somebody else's save the two ways on, with what stands there of the chosen item. */
export function SaveTrouble({ draft, chosen }: { draft: Draft; chosen: TypedItem | null }) {
  const t = useTranslations('checklists.edit');
  const refusalText = useRefusalText();
  const { failure, standing } = draft;
  if (failure === null) return null;
  if (standing === null) {
    return (
      <Notice tone="bad" live="assertive">
        <p>{refusalText(failure)}</p>
        <p>{t('kept')}</p>
      </Notice>
    );
  }
  const there = standing.content.items.find((item) => item.id === chosen?.id);
  const theirs = there ? typedItem(there) : null;
  const differing = chosen && theirs ? TEXTS.filter((part) => chosen[part] !== theirs[part]) : [];
  return (
    <Notice
      tone="warn"
      live="assertive"
      title={t('staleTitle')}
      actions={
        <>
          <Button busy={draft.busy} onClick={() => void draft.save(standing.version)}>
            {t('keepMine')}
          </Button>
          <Button look="neutral" onClick={() => draft.takeStanding(standing)}>
            {t('takeTheirs')}
          </Button>
        </>
      }
    >
      <p>{t('staleLead', { count: standing.content.items.length })}</p>
      {standing.content.title === draft.typed.title ? null : (
        <div className="mt8">
          <p className="b">{t('title')}</p>
          <Diff before={standing.content.title} after={draft.typed.title} className="keep" />
        </div>
      )}
      {chosen && !theirs ? <p>{t('staleGone', { number: chosen.number })}</p> : null}
      {chosen && theirs
        ? differing.map((part) => (
            <div key={part} className="mt8">
              <p className="b">{t('staleItem', { number: theirs.number, part: t(part) })}</p>
              <Diff before={theirs[part]} after={chosen[part]} className="keep" />
            </div>
          ))
        : null}
    </Notice>
  );
}
