'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { bankDateOf } from '@/domain/deadline';
import { useTRPCClient } from '@/trpc/client/provider';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { PageHead } from '@/ui/page-head';
import { showToast } from '@/ui/show-toast';
import { MissingNotice, RecordNotices } from './record-dialog';
import { useRecordForm } from './use-record-form';
import { factsOf, VENDOR_FIELDS, VendorFields } from './vendor-fields';

/** API接続先を登録する: the facts; services and people follow on its own page. */
export function NewVendor() {
  const t = useTranslations('vendors.form');
  const list = useTranslations('vendors.list');
  const router = useRouter();
  const client = useTRPCClient();
  /** Only the month that an empty calendar opens at. */
  const [today] = useState(() => bankDateOf(new Date()));
  const [missing, setMissing] = useState<string | null>(null);
  const form = useRecordForm({
    standing: null,
    empty: VENDOR_FIELDS,
    save: async (values) => {
      const { vendorId } = await client.bank.vendors.save.mutate({ ...factsOf(values), vendorId: null, version: null });
      showToast(t('registered'));
      router.push(`/vendors/${vendorId}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.busy) return;
    const isBlank = form.values.name.trim() === '';
    setMissing(isBlank ? t('missing', { field: t('name') }) : null);
    if (!isBlank) void form.submit();
  };
  return (
    <div className="narrow">
      <Breadcrumb trail={[{ label: list('title'), href: '/vendors' }, { label: t('newTitle') }]} />
      <PageHead title={t('newTitle')} below={<p className="sub">{t('newLead')}</p>} />
      <form className="fs" onSubmit={submit} noValidate>
        <VendorFields form={form} today={today} />
        <MissingNotice text={missing} />
        <RecordNotices form={form} labelOf={t} />
        <div className="row end mt24">
          <ButtonLink href="/vendors" look="neutral">
            {t('cancel')}
          </ButtonLink>
          <Button type="submit" look="primary" busy={form.busy}>
            {t('register')}
          </Button>
        </div>
      </form>
    </div>
  );
}
