'use client';

import { useTranslations } from 'next-intl';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHead } from '@/ui/page-head';
import { Tag } from '@/ui/tag';
import { ArchiveButton } from './archive-button';
import { ChainSection } from './chain-section';
import { ChangesSection } from './changes-section';
import { ContactsSection } from './contacts-section';
import { DocumentsSection } from './documents-section';
import { FactsSection } from './facts-section';
import { GapsSection } from './gaps-section';
import { HistorySection } from './history-section';
import { MailsSection } from './mails-section';
import { ServicesSection } from './services-section';
import type { VendorGap, VendorView } from './vendor-data';

/** One vendor: what the bank knows, its people and chain, its papers, its years, its gaps, its mails, what changed. */
export function VendorScreen(props: { vendor: VendorView; gaps: readonly VendorGap[]; canEdit: boolean }) {
  const { vendor, canEdit } = props;
  const t = useTranslations('vendors.vendor');
  const list = useTranslations('vendors.list');
  const { facts } = vendor;
  return (
    <>
      <Breadcrumb trail={[{ label: list('title'), href: '/vendors' }, { label: facts.name }]} />
      <PageHead
        title={<span lang="ja">{facts.name}</span>}
        state={facts.archivedAt ? <Tag>{t('archivedMark')}</Tag> : null}
        below={
          <p className="sub" lang="ja">
            {facts.kana}
          </p>
        }
        actions={canEdit ? <ArchiveButton facts={facts} /> : null}
      />
      <FactsSection vendor={vendor} canEdit={canEdit} />
      <ServicesSection vendor={vendor} canEdit={canEdit} />
      <ContactsSection vendor={vendor} canEdit={canEdit} />
      <ChainSection vendor={vendor} canEdit={canEdit} />
      <DocumentsSection vendor={vendor} canEdit={canEdit} />
      <HistorySection vendor={vendor} />
      <GapsSection vendor={vendor} gaps={props.gaps} />
      <MailsSection vendor={vendor} />
      <ChangesSection vendor={vendor} />
    </>
  );
}
