import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ProgressBar } from '@/ui/progress-bar';
import { Section } from '@/ui/section';
import type { CampaignLine } from '../campaigns/campaign-data';
import type { TodayOfCampaign } from './home-data';

/** 銀行の回答: how many of the bank's own items are answered, campaign by campaign. Nothing where a bank answers none. */
export function BankAnswersProgress(props: { campaigns: readonly CampaignLine[]; today: readonly TodayOfCampaign[] }) {
  const t = useTranslations('home.bankAnswers');
  const own = props.today.filter(({ bankItems }) => bankItems.all > 0);
  if (own.length === 0) return null;
  return (
    <Section id="bank-answers" title={t('title')} className="mt24">
      <ul>
        {own.map(({ campaignId, bankItems: { all, open, proposed } }) => (
          <li key={campaignId} className="mt8">
            <Link href={`/campaigns/${campaignId}/bank-answers`} prefetch={false}>
              {props.campaigns.find(({ id }) => id === campaignId)?.name}
            </Link>
            <ProgressBar done={all - open} total={all} text={t('answered', { done: all - open, all })} />
            {proposed > 0 ? <p className="sub">{t('proposed', { count: proposed })}</p> : null}
          </li>
        ))}
      </ul>
      <p className="sub mt8">{t('hint')}</p>
    </Section>
  );
}
