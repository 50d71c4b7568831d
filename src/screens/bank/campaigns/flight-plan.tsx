'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { bankDateOf } from '@/domain/deadline';
import { Button } from '@/ui/button';
import { FlightPlanTable, MailMark } from '@/ui/flight-plan-table';
import { IconPlus, IconWarn } from '@/ui/icons';
import { Pager } from '@/ui/pager';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';
import { Tabs } from '@/ui/tabs';
import { Tag } from '@/ui/tag';
import type { FlightPlanView } from './campaign-data';
import { rulerDays } from './ruler-days';

/** だれに、いつ、何を送るか: a page of one wave's vendors. */
export function FlightPlan(props: {
  plan: FlightPlanView;
  wave: FlightPlanView['waves'][number];
  onAddContact: (vendor: { id: string; name: string }) => void;
}) {
  const t = useTranslations('bank.campaigns.launch');
  const locale = useLocale() as Locale;
  const { plan, wave } = props;
  const base = `/campaigns/${plan.campaignId}/launch`;
  const hrefOf = (number: number, page = 1) => `${base}?wave=${number}${page > 1 ? `&page=${page}` : ''}`;
  const keyOf = (leg: (typeof wave.legs)[number]) => `${leg.kind}-${leg.ordinal}`;
  const days = [...wave.legs.map((leg) => bankDateOf(leg.sendAt)), wave.dueDate];
  return (
    <Section
      id="flight-plan"
      title={t('planTitle')}
      className="mt24"
      actions={
        <span className="row">
          <span className="st">
            <MailMark kind="certain" /> {t('certain')}
          </span>
          <span className="st">
            <MailMark kind="conditional" /> {t('conditional')}
          </span>
          <span className="st">
            <span className="mk hol" /> {t('holiday')}
          </span>
        </span>
      }
    >
      {plan.waves.length > 1 ? (
        <Tabs
          label={t('waves')}
          tabs={plan.waves.map((each) => ({
            href: hrefOf(each.number),
            label: t('wave', { number: each.number }),
            count: each.targets,
            current: each.number === wave.number,
          }))}
        />
      ) : null}
      <p className="mt8">{t('totals', plan.totals)}</p>
      <FlightPlanTable
        caption={t('planTitle')}
        rulerLabel={t('rulerLabel', {
          mails: wave.legs
            .map((leg) => `${t(`leg.${leg.kind}`, { ordinal: leg.ordinal })} ${formatInstant(leg.sendAt, locale)}`)
            .join(t('joint')),
          due: formatDate(wave.dueDate, locale),
        })}
        nameHead={t('vendorHead', { count: wave.targets })}
        contactHead={t('recipientHead')}
        days={rulerDays(days)}
        due={{ day: wave.dueDate, label: t('dueMark', { time: plan.closingTime }) }}
        columns={wave.legs.map((leg) => ({
          key: keyOf(leg),
          head: t(`leg.${leg.kind}`, { ordinal: leg.ordinal }),
          day: bankDateOf(leg.sendAt),
          when: formatInstant(leg.sendAt, locale),
        }))}
        rows={plan.targets.map((target) => ({
          key: target.serviceId,
          name: (
            <>
              {target.vendorName} <span className="sub">{target.serviceName}</span>
            </>
          ),
          contact:
            target.problem === null ? (
              <>
                {target.recipient?.name}
                {target.recipient?.language === 'en' ? (
                  <>
                    {' '}
                    <Tag>{t('inEnglish')}</Tag>
                  </>
                ) : null}
                <br />
                <span className="sub">{target.recipient?.address}</span>
                {target.copies.length === 0 ? null : (
                  <>
                    <br />
                    <span className="sub">{t('copies', { names: target.copies.join(t('joint')) })}</span>
                  </>
                )}
              </>
            ) : (
              <StatusMark icon={<IconWarn />} label={t(`problemMark.${target.problem}`)} tone="bad" emphasis="act" />
            ),
          blocked:
            target.problem === null ? null : (
              <span className="row">
                {t(`blockedRow.${target.problem}`)}
                {target.problem === 'archived' || (plan.state !== 'draft' && target.problem !== 'no-contact') ? null : (
                  <Button
                    size="sm"
                    icon={<IconPlus />}
                    onClick={() => props.onAddContact({ id: target.vendorId, name: target.vendorName })}
                  >
                    {t(`contactShort.${target.problem}`)}
                  </Button>
                )}
              </span>
            ),
          mails: Object.fromEntries(
            wave.legs.map((leg) => [
              keyOf(leg),
              leg.certain
                ? { kind: 'certain' as const, label: t('certain') }
                : { kind: 'conditional' as const, label: t('conditional') },
            ]),
          ),
        }))}
        foot={{
          label: t('footLabel'),
          cells: Object.fromEntries(
            wave.legs.map((leg) => [
              keyOf(leg),
              leg.certain ? t('certainCount', { count: wave.reachable }) : t('onlyOwing'),
            ]),
          ),
        }}
      />
      <Pager
        page={plan.page}
        pageSize={plan.pageSize}
        total={wave.targets}
        hrefOf={(page) => hrefOf(wave.number, page)}
      />
    </Section>
  );
}
