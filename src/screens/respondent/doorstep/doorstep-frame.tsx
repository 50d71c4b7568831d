'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Footer } from '@/ui/footer';
import { RespondentBar } from '@/ui/respondent-bar';
import type { Invitation } from './doorstep-data';

/** The bar leads with the bank once the link has named it; the foot says whom to ask. */
export function DoorstepFrame({ invitation, children }: { invitation: Invitation | null; children: ReactNode }) {
  const t = useTranslations('entry.respond');
  const japanese = useLocale() === 'ja';
  return (
    <>
      {invitation === null ? (
        <RespondentBar bank={t('noBank')} />
      ) : (
        <RespondentBar bank={japanese ? invitation.bankName : invitation.bankNameEn} title={invitation.campaignName} />
      )}
      <main className="narrow" id="main">
        {children}
        <Footer>
          {invitation === null ? null : (
            <span>
              {t('contact', {
                bank: japanese ? invitation.bankName : invitation.bankNameEn,
                department: japanese ? invitation.department : invitation.departmentEn,
              })}{' '}
              <span className="nw">{invitation.telephone}</span> <span className="nw">{invitation.replyAddress}</span>
            </span>
          )}
        </Footer>
      </main>
    </>
  );
}
