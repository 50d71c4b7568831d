import { useTranslations } from 'next-intl';
import type { AssessmentFilter } from '@/domain/assessment-search';
import { IconApprove, IconCheck, IconMail, IconPencil, IconReturn, IconSubmit } from '@/ui/icons';
import { Pipeline } from '@/ui/pipeline';
import { type AssessmentSearch, hrefOfAssessments } from './assessment-search';
import type { AssessmentPage } from './campaign-data';

const STAGES = [
  { filter: 'unopened', Icon: IconMail, tone: undefined },
  { filter: 'answering', Icon: IconPencil, tone: undefined },
  { filter: 'review', Icon: IconSubmit, tone: undefined },
  { filter: 'approval', Icon: IconCheck, tone: undefined },
  { filter: 'returned', Icon: IconReturn, tone: 'warn' },
  { filter: 'approved', Icon: IconApprove, tone: 'ok' },
] as const satisfies readonly { filter: AssessmentFilter; Icon: typeof IconMail; tone: 'warn' | 'ok' | undefined }[];

/**
 * How far the vendors of the search have come, from the invitation to the approval. Each stage leads to its list, whose
 * count it shows; what has ended otherwise stands in no stage.
 */
export function CampaignFunnel(props: {
  campaignId: string;
  search: AssessmentSearch;
  counts: AssessmentPage['counts'];
}) {
  const t = useTranslations('bank.campaigns');
  const { campaignId, search, counts } = props;
  const all = counts.all - counts.ended;
  /** A return is a way back: nobody has to have come through it. */
  const reachedAt = (filter: AssessmentFilter) => {
    if (filter === 'returned') return null;
    const from = STAGES.findIndex((stage) => stage.filter === filter);
    const done = STAGES.slice(from).reduce((sum, stage) => sum + counts[stage.filter], 0);
    return { done, total: all, text: t('reached', { done, all }) };
  };
  return (
    <section aria-labelledby="funnel" className="mt16">
      <h2 id="funnel" className="vh">
        {t('show.funnel')}
      </h2>
      <Pipeline
        stages={STAGES.map(({ filter, Icon, tone }) => ({
          key: filter,
          icon: <Icon />,
          label: t(`show.filters.${filter}`),
          href: hrefOfAssessments(campaignId, { ...search, filter: search.filter === filter ? 'all' : filter }),
          current: search.filter === filter,
          count: counts[filter],
          unit: t('unit'),
          reached: reachedAt(filter),
          note: t('stage.returned'),
          ...(tone && counts[filter] > 0 ? { tone } : {}),
        }))}
      />
    </section>
  );
}
