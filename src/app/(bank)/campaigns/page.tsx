import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CampaignList } from '@/screens/bank/campaigns/campaign-list';
import { pageData } from '@/trpc/page';
import { readPage } from '@/ui/read-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bank.campaigns');
  return { title: t('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** `?mine=true` counts only the vendors that the reader is in charge of. */
export default async function CampaignsPage({ searchParams }: Props) {
  const given = await searchParams;
  const mine = given.mine === 'true';
  const page = readPage(given.page);
  const { list, today, me } = await pageData('/sign-in?next=/campaigns', async (api) => ({
    list: await api.bank.campaigns.list({ page }),
    today: await api.bank.home.today({ mine }),
    me: await api.entry.whoAmI({}),
  }));
  return (
    <CampaignList
      list={list}
      today={today}
      reader={{ roles: me?.roles ?? [], inCharge: mine ? today.readerId : null }}
      mayPrepare={me?.roles.includes('operator') ?? false}
    />
  );
}
