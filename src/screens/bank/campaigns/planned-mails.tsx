'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { MailFrame } from '../mails/mail-frame';
import { useMailMaker } from '../mails/use-mail-maker';
import type { FlightPlanView } from './campaign-data';

const loadMaker = () => import('./planned-mail').then(({ plannedMail }) => plannedMail);

/** 届くメール: each mail of the wave as each vendor of the page will get it. */
export function PlannedMails({ plan, wave }: { plan: FlightPlanView; wave: FlightPlanView['waves'][number] }) {
  const t = useTranslations('bank.campaigns.launch');
  const locale = useLocale() as Locale;
  const make = useMailMaker(loadMaker);
  const [legAt, setLegAt] = useState(0);
  const [serviceId, setServiceId] = useState('');
  const reachable = plan.targets.filter((target) => target.problem === null);
  const target = reachable.find((each) => each.serviceId === serviceId) ?? reachable[0];
  const leg = wave.legs[legAt] ?? wave.legs[0];
  const { bank } = plan.letter;
  const mail = target && leg ? make?.(plan, target, wave, leg) : null;
  return (
    <Section id="mails" title={t('mail.title')} className="mt24">
      {target?.recipient && leg ? (
        <>
          <div className="nm mt8">
            <Select
              label={t('mail.kind')}
              value={String(wave.legs.indexOf(leg))}
              options={wave.legs.map((each, at) => ({
                value: String(at),
                label: t(`leg.${each.kind}`, { ordinal: each.ordinal }),
              }))}
              onChange={(event) => setLegAt(Number(event.target.value))}
            />
            <Select
              label={t('mail.vendor')}
              value={target.serviceId}
              options={reachable.map((each) => ({
                value: each.serviceId,
                label: t('mail.service', { vendor: each.vendorName, service: each.serviceName }),
              }))}
              onChange={(event) => setServiceId(event.target.value)}
            />
          </div>
          <div className="mail mail-preview mt12">
            <dl>
              <dt>{t('mail.from')}</dt>
              <dd>
                {bank.name} {bank.department}
                <br />
                <span className="sub">{t('mail.replyTo', { address: bank.replyAddress })}</span>
              </dd>
              <dt>{t('mail.to')}</dt>
              <dd>
                {t('mail.person', { name: target.recipient.name })}
                <br />
                <span className="sub">{target.recipient.address}</span>
              </dd>
              <dt>{t('mail.at')}</dt>
              <dd>
                {leg.certain
                  ? formatInstant(leg.sendAt, locale)
                  : t('mail.conditionalAt', { at: formatInstant(leg.sendAt, locale) })}
              </dd>
              <dt>{t('mail.subject')}</dt>
              <dd className="b" lang={target.recipient.language}>
                {mail?.subject}
              </dd>
            </dl>
            {mail ? (
              <MailFrame
                title={t('mail.frame')}
                language={target.recipient.language}
                html={mail.html}
                text={mail.text}
              />
            ) : null}
          </div>
        </>
      ) : (
        <p className="mt8">{t('mail.none')}</p>
      )}
    </Section>
  );
}
