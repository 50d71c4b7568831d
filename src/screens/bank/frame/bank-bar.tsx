'use client';

import { usePathname } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPCClient } from '@/trpc/client/provider';
import { AppBar } from '@/ui/app-bar';
import { Button } from '@/ui/button';
import { IconSignOut } from '@/ui/icons';

export interface Member {
  name: string;
  bankName: string;
  bankNameEn: string;
  roles: string[];
}

/** The bar over every page of the bank: where one is, who one is, and out. */
export function BankBar({ member }: { member: Member }) {
  const t = useTranslations('bank.frame');
  const roles = useTranslations('states.role');
  const locale = useLocale();
  const path = usePathname();
  const client = useTRPCClient();
  const signOut = async () => {
    await client.entry.signOut.mutate({});
    window.location.assign('/sign-in');
  };
  const entries = [
    { href: '/campaigns', label: t('campaigns') },
    { href: '/gaps', label: t('gaps') },
  ];
  return (
    <AppBar
      home="/campaigns"
      tenant={locale === 'ja' ? member.bankName : member.bankNameEn}
      nav={entries.map((entry) => ({ ...entry, current: path === entry.href || path.startsWith(`${entry.href}/`) }))}
      who={{ name: member.name, role: member.roles.map((role) => roles(role)).join(t('joint')) }}
      signOut={
        <Button look="neutral" size="sm" icon={<IconSignOut />} iconOnly onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      }
    />
  );
}
