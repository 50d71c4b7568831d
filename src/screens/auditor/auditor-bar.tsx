'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useTRPCClient } from '@/trpc/client/provider';
import { AppBar } from '@/ui/app-bar';
import { Button } from '@/ui/button';
import { IconLock, IconSignOut } from '@/ui/icons';
import { Tag } from '@/ui/tag';

/** The auditor's bar: the same as the bank's, marked 閲覧のみ. */
export function AuditorBar(props: { name: string; bankName: string; bankNameEn: string }) {
  const t = useTranslations('auditor.frame');
  const roles = useTranslations('states.role');
  const locale = useLocale();
  const client = useTRPCClient();
  const signOut = async () => {
    await client.entry.signOut.mutate({});
    window.location.assign('/sign-in');
  };
  return (
    <AppBar
      home="/history"
      tenant={locale === 'ja' ? props.bankName : props.bankNameEn}
      nav={[{ href: '/history', label: t('history'), current: true }]}
      who={{ name: props.name, role: roles('auditor') }}
      badge={<Tag icon={<IconLock />}>{t('readOnly')}</Tag>}
      signOut={
        <Button look="neutral" size="sm" icon={<IconSignOut />} iconOnly onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      }
    />
  );
}
