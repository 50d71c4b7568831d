'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { FilterPills } from '@/ui/filter-pills';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import type { Comparison } from './checklist-data';

const NONE = 'none';
const VIEWS = ['open', 'hand', 'all'] as const;

/** The map that carry-over uses: every item of the earlier edition with its counterpart, and pairing by hand. */
export function MapSection({ comparison }: { comparison: Comparison }) {
  const { from, to, map, mayMap } = comparison;
  const t = useTranslations('checklists.map');
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const router = useRouter();
  const [busyId, setBusyId] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  /** A choice that is on its way, so that it stays to be seen should it be refused. */
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const pairs = new Map(map.pairs.map((pair) => [pair.fromItemId, pair]));
  const hand = new Map(map.hand.map((pair) => [pair.fromItemId, pair]));
  const later = new Map(to.items.map((item) => [item.itemId, item]));
  const free = new Set(map.unresolvedTo);
  const open = new Set(map.unresolvedFrom);
  const rowsOf = {
    open: from.items.filter((item) => open.has(item.itemId)),
    hand: from.items.filter((item) => hand.has(item.itemId)),
    all: from.items,
  };
  /** What needs a word comes first; once nothing does, everything is shown. */
  const [chosen, setChosen] = useState<(typeof VIEWS)[number]>('open');
  const view = rowsOf[chosen].length > 0 ? chosen : 'all';
  const work = async (itemId: string, change: () => Promise<unknown>) => {
    setBusyId(itemId);
    setFailure(null);
    try {
      await change();
      router.refresh();
    } catch (error) {
      setFailure(error);
    }
    setBusyId('');
  };
  const pairItem = (fromItemId: string) =>
    work(fromItemId, () => {
      const choice = choices[fromItemId] ?? '';
      return client.bank.checklists.saveMapping.mutate({
        fromEditionId: from.id,
        toEditionId: to.id,
        fromItemId,
        toItemId: choice === NONE ? null : choice,
      });
    });
  const standingOf = (itemId: string) => {
    const word = hand.get(itemId);
    if (word && word.toItemId === null) return t('dropped');
    const pair = pairs.get(itemId);
    if (!pair) return t('unresolved');
    const item = later.get(pair.toItemId);
    return t('pair', { number: item?.number ?? '', objective: item?.objective ?? '' });
  };
  return (
    <Section id="map" title={t('title')} className="mt24">
      <p className="sub">
        {t('lead', { paired: map.pairs.length, from: map.unresolvedFrom.length, to: map.unresolvedTo.length })}
      </p>
      {failure === null ? null : (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <FilterPills
        label={t('views.label')}
        value={view}
        onChange={setChosen}
        pills={VIEWS.map((value) => ({ value, label: t(`views.${value}`), count: rowsOf[value].length }))}
      />
      <DataTable
        caption={t('title')}
        rows={rowsOf[view]}
        rowKey={(row) => row.itemId}
        minWidth={880}
        columns={[
          {
            key: 'from',
            head: t('from'),
            rowHead: true,
            cell: (row) => <span lang="ja">{t('pair', { number: row.number, objective: row.objective })}</span>,
          },
          { key: 'to', head: t('to'), cell: (row) => <span lang="ja">{standingOf(row.itemId)}</span> },
          {
            key: 'by',
            head: t('by'),
            className: 'nw',
            cell: (row) => {
              const ground = hand.has(row.itemId) ? 'hand' : pairs.get(row.itemId)?.by;
              return ground ? t(ground) : t('nobody');
            },
          },
          {
            key: 'change',
            head: t('change'),
            cell: (row) => {
              const word = hand.get(row.itemId);
              if (!mayMap) return null;
              if (word) {
                return (
                  <Button
                    look="neutral"
                    size="sm"
                    busy={busyId === row.itemId}
                    onClick={() =>
                      void work(row.itemId, () =>
                        client.bank.checklists.removeMapping.mutate({ mappingId: word.mappingId }),
                      )
                    }
                  >
                    {t('remove')}
                    <span className="vh">{row.number}</span>
                  </Button>
                );
              }
              return (
                <span className="row">
                  <Select
                    hideLabel
                    label={t('choose', { number: row.number })}
                    value={choices[row.itemId] ?? ''}
                    placeholder={t('placeholder')}
                    options={[
                      { value: NONE, label: t('none') },
                      ...to.items
                        .filter((item) => free.has(item.itemId))
                        .map((item) => ({
                          value: item.itemId,
                          label: t('pair', { number: item.number, objective: item.objective }),
                        })),
                    ]}
                    onChange={(event) => setChoices({ ...choices, [row.itemId]: event.target.value })}
                  />
                  <Button
                    size="sm"
                    busy={busyId === row.itemId}
                    aria-disabled={!choices[row.itemId]}
                    onClick={() => void pairItem(row.itemId)}
                  >
                    {t('save')}
                    <span className="vh">{row.number}</span>
                  </Button>
                </span>
              );
            },
          },
        ]}
      />
    </Section>
  );
}
