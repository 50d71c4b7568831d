import { useTranslations } from 'next-intl';
import { ROLES } from '@/domain/access';
import { roleMatrix } from '@/domain/role-matrix';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DataTable } from '@/ui/data-table';
import { IconCheck } from '@/ui/icons';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';

/** 権限一覧: who may do what, read from the one table that decides it. */
export function RoleTable() {
  const t = useTranslations('people.roles');
  const words = useTranslations('states.role');
  return (
    <>
      <Breadcrumb trail={[{ label: t('people'), href: '/people' }, { label: t('title') }]} />
      <PageHead title={t('title')} below={<p className="sub">{t('lead')}</p>} />
      {roleMatrix().map(({ group, actions }) => (
        <Section key={group} id={`role-${group}`} title={t(`groups.${group}`)} className="mt24">
          <DataTable
            caption={t(`groups.${group}`)}
            framed
            className="even"
            minWidth={820}
            rows={actions}
            rowKey={(row) => row.action}
            columns={[
              {
                key: 'action',
                head: t('action'),
                rowHead: true,
                cell: (row) => t(`actions.${row.action}`),
              },
              ...ROLES.map((role) => ({
                key: role,
                head: words(role),
                className: 'c',
                cell: (row: (typeof actions)[number]) =>
                  row.roles.includes(role) ? (
                    <StatusMark icon={<IconCheck />} label={t('may')} tone="ok" markOnly />
                  ) : (
                    <span className="sub">{t('mayNot')}</span>
                  ),
              })),
            ]}
          />
        </Section>
      ))}
    </>
  );
}
