'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { DataTable } from '@/ui/data-table';
import { IconPlus } from '@/ui/icons';
import { PageHead } from '@/ui/page-head';
import { Pager } from '@/ui/pager';
import { DisableDialog } from './disable-dialog';
import { MemberDialog } from './member-dialog';
import { MemberMark } from './member-mark';
import type { Member, People } from './people-data';

/** 利用者: who belongs to the bank, what each may do, and until when. Administrators invite, change and disable. */
export function MemberTable({ people }: { people: People }) {
  const t = useTranslations('people.members');
  const roles = useTranslations('states.role');
  const locale = useLocale() as Locale;
  /** Null: closed; a member's id: being changed; 'new': somebody is being invited. */
  const [editing, setEditing] = useState<string | null>(null);
  const [asking, setAsking] = useState<{ member: Member; disable: boolean } | null>(null);
  // As the page last read them, so that a second press after a colleague's change starts from what stands.
  const standingOf = (id: string) => people.members.find((each) => each.id === id) ?? null;
  const edited = editing === null ? null : standingOf(editing);
  return (
    <>
      <PageHead
        title={t('title')}
        below={<p className="sub">{t('lead', { count: people.total })}</p>}
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
        minWidth={1180}
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
            cell: (row) => <MemberMark member={row} />,
          },
          ...(people.mayChange
            ? [
                {
                  key: 'signedIn',
                  head: t('lastSignedIn'),
                  cell: (row: Member) =>
                    row.lastSignedInAt === null ? t('neverSignedIn') : formatInstant(row.lastSignedInAt, locale),
                },
              ]
            : []),
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
                      <Button
                        size="sm"
                        look="neutral"
                        onClick={() => setAsking({ member: row, disable: row.disabledAt === null })}
                      >
                        {t(row.disabledAt === null ? 'disable' : 'enable', { name: row.name })}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Pager
        page={people.page}
        pageSize={people.pageSize}
        total={people.total}
        hrefOf={(page) => (page === 1 ? '/people' : `/people?page=${page}`)}
      />
      {people.mayChange && editing !== null ? (
        <MemberDialog key={editing} people={people} member={edited} onClose={() => setEditing(null)} />
      ) : null}
      {people.mayChange && asking !== null ? (
        <DisableDialog
          key={asking.member.id}
          opened={asking.member}
          standing={standingOf(asking.member.id)}
          disable={asking.disable}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}
