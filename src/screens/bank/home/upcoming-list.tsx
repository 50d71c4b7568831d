import { useLocale, useTranslations } from 'next-intl';
import { formatDeadline, type Locale } from '@/domain/date-format';
import { Section } from '@/ui/section';
import { Timeline } from '@/ui/timeline';
import type { CampaignLine } from '../campaigns/campaign-data';
import type { TodayOfCampaign } from './home-data';

const SHOWN = 6;

/** これからの予定: the next rounds of mails and due dates of the running campaigns. */
export function UpcomingList(props: { campaigns: readonly CampaignLine[]; today: readonly TodayOfCampaign[] }) {
  const t = useTranslations('home.upcoming');
  const locale = useLocale() as Locale;
  const ahead = props.today
    .flatMap((of) =>
      of.upcoming.map((each) => ({ ...each, campaign: props.campaigns.find(({ id }) => id === of.campaignId) })),
    )
    .sort((a, b) => `${a.date}${a.time}`.localeCompare(`${b.date}${b.time}`))
    .slice(0, SHOWN);
  return (
    <Section id="upcoming" title={t('title')} className="mt24">
      {ahead.length === 0 ? <p className="mt8">{t('nothing')}</p> : null}
      <Timeline
        entries={ahead.map((each, at) => ({
          key: `${each.campaign?.id ?? ''}-${each.kind}-${each.ordinal}`,
          when: formatDeadline(each.date, each.time, locale),
          text: t(each.kind, { ordinal: each.ordinal }),
          more:
            each.kind === 'due'
              ? each.campaign?.name
              : t('owing', { campaign: each.campaign?.name ?? '', count: each.owing }),
          ...(at === 0 ? { tone: 'now' as const } : {}),
        }))}
      />
    </Section>
  );
}
