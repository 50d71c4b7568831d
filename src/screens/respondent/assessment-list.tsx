'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { isStillOwed } from '@/domain/assessment-state';
import { formatDeadline, formatFiscalYear, type Locale } from '@/domain/date-format';
import { isAfterDeadline, remainingBusinessDays } from '@/domain/deadline';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { DefinitionList } from '@/ui/definition-list';
import { Footer } from '@/ui/footer';
import { IconSignOut, IconUser } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import { ProgressBar } from '@/ui/progress-bar';
import { RespondentBar } from '@/ui/respondent-bar';
import { AssessmentMark } from './assessment-mark';
import type { Mine } from './doorstep/doorstep-data';
import { IntroductionStep } from './doorstep/introduction-step';
import type { MyOrganisation } from './master/master-data';
import { WaitingInvitations } from './master/waiting-invitations';

type Line = Mine['assessments'][number];

/** What banks still ask of the signed-in person, the nearest due date first; then what is with a bank or done, the newest first. */
export function AssessmentList({ mine, organisation, now }: { mine: Mine; organisation: MyOrganisation; now: Date }) {
  const t = useTranslations('entry.respond.list');
  const ofMaster = useTranslations('respondent.master');
  const router = useRouter();
  const lines = mine.assessments.toSorted((a, b) => (deadlineKey(a) < deadlineKey(b) ? -1 : 1));
  const owed = lines.filter(({ state }) => isStillOwed(state));
  const rest = lines.filter(({ state }) => !isStillOwed(state)).toReversed();
  return (
    <>
      <RespondentBar bank={t('bar')} />
      <main className="narrow" id="main">
        {mine.name === null ? (
          <IntroductionStep lastTime={mine.lastTime} onIntroduced={() => router.refresh()} />
        ) : (
          <>
            <PageHead title={t('title')} actions={<SignOut name={mine.name} />} />
            {owed.length === 0 ? null : <p className="read">{t('text', { count: owed.length })}</p>}
            <WaitingInvitations invitations={organisation.invitations} />
            {organisation.organisation ? (
              <p className="mt16">
                <Link href="/respond/master">{ofMaster('see', { name: organisation.organisation.name })}</Link>
              </p>
            ) : null}
            {owed.length === 0 ? (
              <Notice tone="info" className="mt24" title={t('emptyTitle')}>
                <p>{t('emptyText')}</p>
              </Notice>
            ) : null}
            <Entries lines={owed} now={now} />
            {rest.length === 0 ? null : (
              <section className="mt32" aria-labelledby="handed-in">
                <h2 id="handed-in">{t('restTitle')}</h2>
                <Entries lines={rest} now={now} />
              </section>
            )}
          </>
        )}
        <Footer />
      </main>
    </>
  );
}

function deadlineKey(line: Line): string {
  return `${line.dueDate} ${line.closingTime} ${line.assessmentId}`;
}

function Entries({ lines, now }: { lines: readonly Line[]; now: Date }) {
  if (lines.length === 0) return null;
  return (
    <ul className="mt24">
      {lines.map((line) => (
        <li key={line.assessmentId}>
          <Entry line={line} now={now} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ line, now }: { line: Line; now: Date }) {
  const t = useTranslations('entry.respond.list');
  const locale = useLocale() as Locale;
  const Heading = isStillOwed(line.state) ? 'h2' : 'h3';
  const left = isAfterDeadline(now, line.dueDate, line.closingTime)
    ? t('afterDue')
    : t('daysLeft', { days: remainingBusinessDays(now, line.dueDate) });
  return (
    <article className="sec mt24" aria-labelledby={line.assessmentId}>
      <div className="sec-h">
        <Heading id={line.assessmentId}>
          <Link href={`/respond/${line.assessmentId}`} prefetch={false}>
            {locale === 'ja' ? line.bankName : line.bankNameEn}　{line.campaignName}
          </Link>
        </Heading>
        <AssessmentMark state={line.state} />
      </div>
      <DefinitionList
        items={[
          { key: 'year', term: t('year'), value: formatFiscalYear(line.fiscalYear, locale) },
          { key: 'vendor', term: t('vendor'), value: `${line.vendorName}　${line.serviceName}` },
          {
            key: 'due',
            term: t('due'),
            value: (
              <>
                <b className="nw">{formatDeadline(line.dueDate, line.closingTime, locale)}</b>
                {isStillOwed(line.state) ? <span className="nw">{left}</span> : null}
              </>
            ),
          },
          {
            key: 'progress',
            term: t('progress'),
            value: (
              <ProgressBar
                done={line.answeredCount}
                total={line.itemCount}
                text={t('answered', { done: line.answeredCount, total: line.itemCount })}
              />
            ),
          },
        ]}
      />
    </article>
  );
}

function SignOut({ name }: { name: string }) {
  const t = useTranslations('entry.respond.list');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const leave = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await client.entry.respondentSignOut.mutate({});
      router.replace('/respond');
      router.refresh();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <>
      {failure === null ? null : (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <span className="who">
        <IconUser className="s20" />
        {name}
      </span>
      <Button look="neutral" size="sm" icon={<IconSignOut />} busy={busy} onClick={() => void leave()}>
        {t('signOut')}
      </Button>
    </>
  );
}
