'use client';

import { usePathname } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { useBankSwitch } from '@/trpc/client/use-bank-switch';
import { AppBar } from '@/ui/app-bar';
import { Button } from '@/ui/button';
import { ChoiceMenu } from '@/ui/choice-menu';
import { IconSignOut } from '@/ui/icons';
import { showToast } from '@/ui/show-toast';

export interface Member {
  name: string;
  tenantId: string;
  bankName: string;
  bankNameEn: string;
  roles: string[];
  /** The banks that this person serves. */
  banks: readonly { tenantId: string; name: string; nameEn: string }[];
}

/** The bar over every page of the bank: where one is, who one is, and out. */
export function BankBar({ member }: { member: Member }) {
  const t = useTranslations('bank.frame');
  const roles = useTranslations('states.role');
  const locale = useLocale();
  const path = usePathname();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const say = useTranslations('entry.bankSwitch');
  const bankSwitch = useBankSwitch((sentence) => showToast(sentence, { tone: 'bad' }));
  const ownName = locale === 'ja' ? member.bankName : member.bankNameEn;
  const signOut = async () => {
    setBusy(true);
    try {
      await client.entry.signOut.mutate({});
      // A whole load, so that nothing of the bank's pages stays in memory.
      window.location.assign('/sign-in');
    } catch (error) {
      // The person is still signed in and must know it.
      showToast(refusalText(error), { tone: 'bad' });
      setBusy(false);
    }
  };
  const entries = [
    { href: '/campaigns', label: t('campaigns') },
    { href: '/gaps', label: t('gaps') },
    { href: '/questions', label: t('questions') },
    { href: '/checklists', label: t('checklists') },
    { href: '/vendors', label: t('vendors') },
    { href: '/people', label: t('people') },
    { href: '/settings', label: t('settings') },
  ];
  return (
    <AppBar
      home="/campaigns"
      tenant={
        member.banks.length > 1 ? (
          <ChoiceMenu
            label={say('label')}
            value={member.tenantId}
            choices={member.banks.map((bank) => ({
              value: bank.tenantId,
              label: locale === 'ja' ? bank.name : bank.nameEn,
            }))}
            onChoose={(tenantId) => void bankSwitch.goOver(tenantId)}
            busy={bankSwitch.busy}
          />
        ) : (
          ownName
        )
      }
      nav={entries.map((entry) => ({ ...entry, current: path === entry.href || path.startsWith(`${entry.href}/`) }))}
      who={{ name: member.name, role: member.roles.map((role) => roles(role)).join(t('joint')) }}
      signOut={
        <Button look="neutral" size="sm" icon={<IconSignOut />} iconOnly busy={busy} onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      }
    />
  );
}
