'use client';

import { useTranslations } from 'next-intl';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHead } from '@/ui/page-head';
import { ImportChoose } from './import-choose';
import type { ImportPage } from './import-data';
import { VendorExports } from './import-exports';
import { ImportList } from './import-list';

const EXPORTERS = ['operator', 'reviewer', 'approver'];

/** 取り込みと出力: the register's files, in and out. */
export function ImportScreen(props: { list: ImportPage; page: number; mayImport: boolean; roles: readonly string[] }) {
  const t = useTranslations('vendors.import');
  return (
    <>
      <Breadcrumb trail={[{ label: t('vendors'), href: '/vendors' }, { label: t('title') }]} />
      <PageHead title={t('title')} below={<p className="sub">{t('lead')}</p>} />
      {props.mayImport ? <ImportChoose /> : <p className="read mt16">{t('choose.notAllowed')}</p>}
      <ImportList list={props.list} page={props.page} />
      <VendorExports mayRequest={props.roles.some((role) => EXPORTERS.includes(role))} />
    </>
  );
}
