'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { TextInput } from '@/ui/text-input';

/** Adds the primary contact of a vendor right where its absence blocks. */
export function ContactDialog(props: {
  vendor: { id: string; name: string } | null;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useTranslations('bank.campaigns.contact');
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [name, setName] = useState('');
  const [department, setDepartment] = useState('');
  const [address, setAddress] = useState('');
  const [language, setLanguage] = useState<'ja' | 'en'>('ja');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  /** What was typed for one vendor is not offered for the next. */
  const forget = () => {
    setName('');
    setDepartment('');
    setAddress('');
    setFailure(null);
  };
  const close = () => {
    forget();
    props.onClose();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!props.vendor) return;
    setBusy(true);
    setFailure(null);
    try {
      await client.bank.vendors.saveContact.mutate({
        vendorId: props.vendor.id,
        name,
        department,
        address,
        language,
      });
      forget();
      props.onSaved();
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return (
    <Dialog
      open={props.vendor !== null}
      onClose={close}
      title={t('title', { vendor: props.vendor?.name ?? '' })}
      description={t('description')}
      end={
        <>
          <Button look="neutral" onClick={close}>
            {t('cancel')}
          </Button>
          <Button look="primary" type="submit" form="contact" busy={busy}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id="contact" onSubmit={save} noValidate>
        {failure === null ? null : (
          <Notice tone="bad" live="assertive">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
        <TextInput
          label={t('name')}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextInput
          label={t('department')}
          maxLength={100}
          value={department}
          onChange={(event) => setDepartment(event.target.value)}
        />
        <TextInput
          label={t('address')}
          required
          type="email"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <Select
          label={t('language')}
          value={language}
          options={[
            { value: 'ja', label: t('japanese') },
            { value: 'en', label: t('english') },
          ]}
          onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'ja')}
        />
      </form>
    </Dialog>
  );
}
