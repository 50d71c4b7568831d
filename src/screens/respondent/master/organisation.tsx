'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Footer } from '@/ui/footer';
import { IconChevronLeft } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { RespondentBar } from '@/ui/respondent-bar';
import { KeptAnswers } from './kept-answers';
import type { MyOrganisation, OrganisationData } from './master-data';
import { Members } from './members';
import { OrganisationName } from './organisation-name';
import { WaitingInvitations } from './waiting-invitations';

/** 回答マスタ: what the respondent's own organisation keeps, who shares it, and who asks the person to join one. */
export function Organisation(props: { mine: MyOrganisation; organisation: OrganisationData | null }) {
  const t = useTranslations('respondent.master');
  const { mine, organisation } = props;
  return (
    <>
      <RespondentBar bank={t('title')} />
      <main id="main" className="sp" tabIndex={-1}>
        <p>
          <Link className="row" href="/respond/list" prefetch={false}>
            <IconChevronLeft className="s16" />
            {t('back')}
          </Link>
        </p>
        <h1>{t('title')}</h1>
        <p className="read">{t('lead')}</p>
        <WaitingInvitations invitations={mine.invitations} />
        {organisation === null ? (
          mine.invitations.length > 0 ? null : (
            <Notice tone="info" className="mt24" title={t('noneTitle')}>
              <p>{t('noneText')}</p>
            </Notice>
          )
        ) : (
          <>
            <OrganisationName key={organisation.name} name={organisation.name} />
            <Members organisation={organisation} />
            {organisation.services.map((service) => (
              <KeptAnswers key={service.masterServiceId} service={service} />
            ))}
          </>
        )}
        <Footer />
      </main>
    </>
  );
}
