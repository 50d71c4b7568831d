'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { DataTable } from '@/ui/data-table';
import { IconCheck, IconClose, IconPlus } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import { showToast } from '@/ui/show-toast';
import { StatusMark } from '@/ui/status-mark';
import { MemberDialog } from './member-dialog';
import type { Member, People } from './people-data';

/** 利用者: who belongs to the bank, what each may do, and until when. Administrators invite, change and disable. */
export function MemberTable({ people }: { people: People }) {
  const t = useTranslations('people.members');
  const roles = useTranslations('states.role');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  /** Null: closed; a member's id: being changed; 'new': somebody is being invited. */
  const [editing, setEditing] = useState<string | null>(null);
  const [askingId, setAskingId] = useState<string | null>(null);
  // As the page last read them, so that a second press after a colleague's change starts from what stands.
  const asking = people.members.find((each) => each.id === askingId) ?? null;
  const edited = people.members.find((each) => each.id === editing) ?? null;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const toggle = async () => {
    if (asking === null) return;
    setBusy(true);
    setFailure(null);
    const disabled = asking.disabledAt === null;
    try {
      await client.bank.members.disable.mutate({ memberId: asking.id, disabled, version: asking.version });
      showToast(t(disabled ? 'disabledDone' : 'enabledDone', { name: asking.name }));
      setAskingId(null);
      router.refresh();
    } catch (error) {
      setFailure(error);
      router.refresh();
    }
    setBusy(false);
  };
  const ask = (member: Member | null) => {
    setFailure(null);
    setAskingId(member?.id ?? null);
  };
  return (
    <>
      <PageHead
        title={t('title')}
        below={<p className="sub">{t('lead', { count: people.members.length })}</p>}
        actions={
          <span className="row">
            <ButtonLink look="neutral" href="/people/roles">
              {t('roleTable')}
            </ButtonLink>
            {people.mayChange ? (
              <Button look="primary" icon={<IconPlus />} onClick={() => setEditing('new')}>
                {t('invite')}
              </Button>
            ) : null}
          </span>
        }
      />
      <DataTable
        caption={t('title')}
        middle
        framed
        minWidth={900}
        rows={people.members}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            head: t('name'),
            rowHead: true,
            cell: (row) => (
              <>
                {row.name} {row.isReader ? <span className="sub">{t('you')}</span> : null}
                {row.address === null ? null : (
                  <>
                    <br />
                    <span className="sub">{row.address}</span>
                  </>
                )}
              </>
            ),
          },
          { key: 'roles', head: t('roles'), cell: (row) => row.roles.map((role) => roles(role)).join(t('joint')) },
          {
            key: 'state',
            head: t('state'),
            cell: (row) =>
              row.disabledAt === null ? (
                <StatusMark icon={<IconCheck />} label={t('active')} tone="ok" />
              ) : (
                <StatusMark
                  icon={<IconClose />}
                  label={t('disabledSince', { at: formatInstant(row.disabledAt, locale) })}
                  tone="mute"
                />
              ),
          },
          {
            key: 'until',
            head: t('until'),
            cell: (row) =>
              row.auditorUntil === null ? (
                t('none')
              ) : (
                <>
                  {formatDate(row.auditorUntil, locale)}
                  <br />
                  <span className="sub">{row.campaigns.map((each) => each.name).join(t('listJoint'))}</span>
                </>
              ),
          },
          ...(people.mayChange
            ? [
                {
                  key: 'work',
                  head: t('work'),
                  cell: (row: Member) => (
                    <span className="row nowrap">
                      <Button size="sm" onClick={() => setEditing(row.id)}>
                        {t('change', { name: row.name })}
                      </Button>
                      <Button size="sm" look="neutral" onClick={() => ask(row)}>
                        {t(row.disabledAt === null ? 'disable' : 'enable', { name: row.name })}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {people.mayChange && editing !== null ? (
        <MemberDialog key={editing} people={people} member={edited} onClose={() => setEditing(null)} />
      ) : null}
      <ConfirmDialog
        open={asking !== null}
        onCancel={() => ask(null)}
        onConfirm={() => void toggle()}
        busy={busy}
        danger={asking?.disabledAt === null}
        title={asking ? t(asking.disabledAt === null ? 'disableTitle' : 'enableTitle', { name: asking.name }) : ''}
        description={asking ? t(asking.disabledAt === null ? 'disableText' : 'enableText') : ''}
        confirmLabel={asking ? t(asking.disabledAt === null ? 'disableConfirm' : 'enableConfirm') : ''}
        cancelLabel={t('cancel')}
      >
        {failure === null ? null : (
          <Notice tone="bad" live="assertive">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
      </ConfirmDialog>
    </>
  );
}
