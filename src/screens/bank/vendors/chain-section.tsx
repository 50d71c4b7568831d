'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatDate, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { IconAccept, IconClose, IconHourglass, IconPencil, IconPlus, IconWarn } from '@/ui/icons';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';
import { Tag } from '@/ui/tag';
import { ActFailure } from './act-failure';
import { ChainDialog } from './chain-dialog';
import { EndChainDialog } from './end-chain-dialog';
import { useAct } from './use-act';
import type { ChainLink, VendorView } from './vendor-data';

const INDENT_PX = 20;

/** 再委託先・連鎖接続先, tier by tier. */
export function ChainSection({ vendor, canEdit }: { vendor: VendorView; canEdit: boolean }) {
  const t = useTranslations('vendors.vendor');
  const fields = useTranslations('vendors.form');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const { busy, failure, act } = useAct();
  const [editing, setEditing] = useState<string | null>(null);
  const [ending, setEnding] = useState<string | null>(null);
  const dated = (day: string | null) => (day ? formatDate(day, locale) : fields('unknown'));
  const resume = ({ id, version }: ChainLink) =>
    act(id, () => client.bank.vendors.endChainLink.mutate({ chainLinkId: id, version, endedOn: null }), t('resumed'));
  const add = (
    <Button size="sm" icon={<IconPlus />} onClick={() => setEditing('')}>
      {t('addLink')}
    </Button>
  );
  const endingLink = vendor.chain.find((row) => row.id === ending);
  return (
    <Section id="chain" className="mt24" title={t('chain')} actions={canEdit && vendor.chain.length > 0 ? add : null}>
      <ActFailure failure={failure} />
      <DataTable
        caption={t('chainCaption')}
        framed
        minWidth={1000}
        rows={vendor.chain}
        rowKey={(row) => row.id}
        state={
          vendor.chain.length > 0
            ? { kind: 'rows' }
            : { kind: 'empty', title: t('noChain'), actions: canEdit ? add : null }
        }
        columns={[
          { key: 'tier', head: t('tierHead'), className: 'nw', cell: (row) => t('tier', { tier: row.tier }) },
          {
            key: 'company',
            head: t('company'),
            rowHead: true,
            cell: (row) => (
              <div style={{ paddingInlineStart: (row.tier - 1) * INDENT_PX }}>
                <span lang="ja">{row.name}</span> <Tag>{t(`chainKinds.${row.kind}`)}</Tag>
                {row.corporateNumber ? <div className="sub">{row.corporateNumber}</div> : null}
              </div>
            ),
          },
          {
            key: 'task',
            head: fields('task'),
            cell: (row) => (
              <span lang="ja">
                {row.task}
                {row.dataLocation ? <span className="sub"> {row.dataLocation}</span> : null}
              </span>
            ),
          },
          { key: 'notified', head: fields('notifiedOn'), className: 'nw', cell: (row) => dated(row.notifiedOn) },
          { key: 'accepted', head: fields('acceptedOn'), className: 'nw', cell: (row) => dated(row.acceptedOn) },
          {
            key: 'state',
            head: t('state'),
            className: 'nw',
            cell: (row) => (
              <>
                <LinkMark link={row} />
                {row.endedOn ? <div className="sub">{formatDate(row.endedOn, locale)}</div> : null}
              </>
            ),
          },
          ...(canEdit
            ? [
                {
                  key: 'action',
                  head: t('action'),
                  className: 'nw',
                  cell: (row: ChainLink) => (
                    <span className="row nowrap">
                      <Button
                        size="sm"
                        look="neutral"
                        icon={<IconPencil />}
                        aria-label={t('editOf', { name: row.name })}
                        onClick={() => setEditing(row.id)}
                      >
                        {t('edit')}
                      </Button>
                      <Button
                        size="sm"
                        look="neutral"
                        busy={busy === row.id}
                        aria-label={t(row.endedOn ? 'resumeOf' : 'endOf', { name: row.name })}
                        onClick={() => (row.endedOn ? void resume(row) : setEnding(row.id))}
                      >
                        {t(row.endedOn ? 'resume' : 'end')}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {editing === null ? null : (
        <ChainDialog
          vendor={vendor}
          link={vendor.chain.find((row) => row.id === editing) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
      {endingLink ? <EndChainDialog link={endingLink} today={vendor.today} onClose={() => setEnding(null)} /> : null}
    </Section>
  );
}

/** Notified and accepted, or what is missing. */
function LinkMark({ link }: { link: ChainLink }) {
  const t = useTranslations('vendors.vendor.linkStates');
  if (link.endedOn) return <StatusMark icon={<IconClose />} label={t('ended')} tone="mute" />;
  if (link.acceptedOn) return <StatusMark icon={<IconAccept />} label={t('accepted')} tone="ok" />;
  if (link.notifiedOn) return <StatusMark icon={<IconHourglass />} label={t('notified')} tone="warn" emphasis="act" />;
  return <StatusMark icon={<IconWarn />} label={t('unnotified')} tone="warn" emphasis="act" />;
}
