'use client';

import { useLocale, useTranslations } from 'next-intl';
import { addDays, isBankBusinessDay } from '@/domain/business-day';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { bankDateOf } from '@/domain/deadline';
import { Button } from '@/ui/button';
import { FlightPlanTable } from '@/ui/flight-plan-table';
import { IconPlus, IconWarn } from '@/ui/icons';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';
import type { FlightPlanView } from './campaign-data';

const MOST_DAYS = 120;

/** Every calendar day from the first mail to the last one or the due date. */
function daysBetween(first: string, last: string): string[] {
  const days = [first];
  for (let day = first; day < last && days.length < MOST_DAYS; ) {
    day = addDays(day, 1);
    days.push(day);
  }
  return days;
}

/** だれに、いつ、何を送るか. */
export function FlightPlan(props: {
  plan: FlightPlanView;
  onAddContact: (vendor: { id: string; name: string }) => void;
}) {
  const t = useTranslations('bank.campaigns.launch');
  const locale = useLocale() as Locale;
  const { plan } = props;
  const keyOf = (leg: FlightPlanView['legs'][number]) => `${leg.kind}-${leg.ordinal}`;
  const sendDays = plan.legs.map((leg) => bankDateOf(leg.sendAt));
  const days = [...sendDays, plan.dueDate].toSorted();
  const first = days[0] ?? plan.dueDate;
  const last = days.at(-1) ?? plan.dueDate;
  const blockedOf = new Map(plan.blocking.map((problem) => [problem.serviceId, problem]));
  return (
    <Section id="flight-plan" title={t('planTitle')} className="mt24">
      <FlightPlanTable
        caption={t('planTitle')}
        rulerLabel={t('rulerLabel', {
          mails: plan.legs
            .map((leg) => `${t(`leg.${leg.kind}`, { ordinal: leg.ordinal })} ${formatInstant(leg.sendAt, locale)}`)
            .join(t('joint')),
          due: formatDate(plan.dueDate, locale),
        })}
        nameHead={t('vendorHead', { count: plan.targets.length })}
        contactHead={t('recipientHead')}
        days={daysBetween(first, last).map((day) => ({ day, holiday: !isBankBusinessDay(day) }))}
        due={{ day: plan.dueDate, label: t('dueMark', { time: plan.closingTime }) }}
        columns={plan.legs.map((leg) => ({
          key: keyOf(leg),
          head: t(`leg.${leg.kind}`, { ordinal: leg.ordinal }),
          day: bankDateOf(leg.sendAt),
          when: formatInstant(leg.sendAt, locale),
        }))}
        rows={plan.targets.map((target) => {
          const blocked = blockedOf.get(target.serviceId);
          return {
            key: target.serviceId,
            name: (
              <>
                {target.vendorName} <span className="sub">{target.serviceName}</span>
              </>
            ),
            contact: blocked ? (
              <StatusMark icon={<IconWarn />} label={t('noRecipient')} tone="bad" emphasis="act" />
            ) : (
              target.recipients.join(t('joint'))
            ),
            blocked: blocked ? (
              <span className="row">
                {t('blockedRow')}
                <Button
                  size="sm"
                  icon={<IconPlus />}
                  onClick={() => props.onAddContact({ id: blocked.vendorId, name: blocked.vendorName })}
                >
                  {t('addContactShort')}
                </Button>
              </span>
            ) : null,
            mails: Object.fromEntries(
              plan.legs.map((leg) => [
                keyOf(leg),
                leg.certain
                  ? { kind: 'certain' as const, label: t('certain') }
                  : { kind: 'conditional' as const, label: t('conditional') },
              ]),
            ),
          };
        })}
        foot={{
          label: t('footLabel'),
          cells: Object.fromEntries(
            plan.legs.map((leg) => [
              keyOf(leg),
              leg.certain ? t('certainCount', { count: plan.targets.length - plan.blocking.length }) : t('onlyOwing'),
            ]),
          ),
        }}
      />
    </Section>
  );
}
