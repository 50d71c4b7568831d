'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDate, formatDeadline, type Locale } from '@/domain/date-format';
import { isAfterDeadline, remainingBusinessDays } from '@/domain/deadline';
import { halfHoursFor } from '@/domain/effort';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { DefinitionList } from '@/ui/definition-list';
import { IconChevronRight, IconMail } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import type { Invitation } from './doorstep-data';

/** Who asks, what, by when. Opening it sends nothing: only the button does. */
export function InvitationStep(props: {
  invitation: Invitation;
  now: Date;
  /** Signed in already with this assessment among theirs: the name under which they go on without a code. */
  signedInAs: string | null;
  busy: boolean;
  failure: unknown;
  onSend: () => void;
}) {
  const t = useTranslations('entry.respond.invitation');
  const { invitation, signedInAs } = props;
  return (
    <>
      <p className="b">{t('to', { vendor: invitation.vendorName })}</p>
      <Title invitation={invitation} />
      <Facts invitation={invitation} now={props.now} />
      {signedInAs === null ? (
        <Proof {...props} />
      ) : (
        <section className="mt32" aria-labelledby="go-on">
          <h2 id="go-on">{t('signedInTitle')}</h2>
          <p className="read mt4">{t('signedInText', { name: signedInAs })}</p>
          <p className="mt16">
            <ButtonLink look="primary" size="lg" href={`/respond/${invitation.assessmentId}`}>
              {t('goOn')}
            </ButtonLink>
          </p>
        </section>
      )}
      <section className="mt24">
        <details className="asks">
          <summary>
            <IconChevronRight className="s16" />
            {t('doubtsTitle')}
          </summary>
          <p className="read">{t('doubtsUnknown')}</p>
          <p className="read">{t('doubtsGenuine', { telephone: invitation.telephone })}</p>
          <p className="read">{t('doubtsSuccessor')}</p>
        </details>
      </section>
    </>
  );
}

function Title({ invitation }: { invitation: Invitation }) {
  const t = useTranslations('entry.respond.invitation');
  const japanese = useLocale() === 'ja';
  return <h1 className="mt8">{t('title', { bank: japanese ? invitation.bankName : invitation.bankNameEn })}</h1>;
}

function Proof(props: { invitation: Invitation; busy: boolean; failure: unknown; onSend: () => void }) {
  const t = useTranslations('entry.respond.invitation');
  const refusalText = useRefusalText();
  return (
    <section className="mt32" aria-labelledby="proof">
      <h2 id="proof">{t('proofTitle')}</h2>
      <p className="read mt4">{t('proofText')}</p>
      <p className="row mt8 read">
        <b>{props.invitation.maskedAddress}</b>
      </p>
      {props.failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt16">
          <p>{refusalText(props.failure)}</p>
        </Notice>
      )}
      <p className="mt16">
        <Button look="primary" size="lg" icon={<IconMail />} busy={props.busy} onClick={props.onSend}>
          {props.busy ? t('sending') : t('send')}
        </Button>
      </p>
      <p className="mt12">{t('nothingSent')}</p>
    </section>
  );
}

function Facts({ invitation, now }: { invitation: Invitation; now: Date }) {
  const t = useTranslations('entry.respond.invitation');
  const locale = useLocale() as Locale;
  const { dueDate, closingTime } = invitation;
  const bank = locale === 'ja' ? invitation.bankName : invitation.bankNameEn;
  const department = locale === 'ja' ? invitation.department : invitation.departmentEn;
  const left = isAfterDeadline(now, dueDate, closingTime)
    ? t('afterDue')
    : t('daysLeft', { days: remainingBusinessDays(now, dueDate) });
  const open = invitation.itemCount - invitation.answeredCount;
  const halves = halfHoursFor(open);
  const items = [
    { key: 'from', term: t('from'), value: `${bank} ${department}` },
    { key: 'service', term: t('service'), value: invitation.serviceName },
    {
      key: 'asked',
      term: t('asked'),
      value: t('askedText', {
        edition: invitation.editionTitle,
        count: invitation.itemCount,
        date: formatDate(invitation.referenceDate, locale),
      }),
    },
    {
      key: 'due',
      term: t('due'),
      value: (
        <>
          <b className="nw">{formatDeadline(dueDate, closingTime, locale)}</b>
          <span className="nw">{left}</span>
        </>
      ),
    },
    ...(open > 0
      ? [{ key: 'time', term: t('time'), value: t('timeText', { count: open, halves, hours: halves / 2 }) }]
      : []),
    {
      key: 'effort',
      term: t('effort'),
      value: invitation.answeredCount > 0 ? t('effortAgain', { done: invitation.answeredCount }) : t('effortText'),
    },
    {
      key: 'check',
      term: t('check'),
      value: (
        <>
          <b className="nw">{invitation.telephone}</b>
          {t('hours', { hours: invitation.businessHours })}
        </>
      ),
    },
  ];
  return <DefinitionList className="mt24 read" items={items} />;
}
