import { mayDo, type Role } from '@/domain/access';
import type { CampaignLine } from '../campaigns/campaign-data';
import { hrefOfQuestions } from '../questions/question-search';
import type { TodayOfCampaign } from './home-data';

export const TASK_KINDS = [
  'trouble',
  'link_request',
  'overdue',
  'question',
  'approval',
  'review',
  'bank_approval',
  'bank_open',
  'overdue_gaps',
  'draft',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export interface Task {
  kind: TaskKind;
  campaign: CampaignLine;
  count: number;
  /** The first vendors concerned; empty where it concerns none in particular. */
  names: readonly string[];
  href: string;
}

/** Who is asked to do each kind of task: whoever may do what it needs. */
const NEEDS = {
  trouble: 'invitations.reissue',
  link_request: 'invitations.reissue',
  overdue: 'assessments.extend',
  question: 'questions.answer',
  approval: 'reviews.decide',
  review: 'reviews.judge',
  bank_approval: 'bankAnswers.approve',
  bank_open: 'bankAnswers.save',
  overdue_gaps: 'gaps.list',
  draft: 'campaigns.launch',
} as const satisfies Record<TaskKind, string>;

/** What waits for this reader over all campaigns, the most pressing first. `inCharge` is carried into the links. */
export function tasksOf(
  campaigns: readonly CampaignLine[],
  today: readonly TodayOfCampaign[],
  reader: { roles: readonly string[]; inCharge: string | null },
): Task[] {
  const found = campaigns.flatMap((campaign): Task[] => {
    const base = `/campaigns/${campaign.id}`;
    const list = (filter: string) =>
      `${base}?filter=${filter}${reader.inCharge === null ? '' : `&inCharge=${reader.inCharge}`}`;
    const of = today.find((each) => each.campaignId === campaign.id);
    const nameless = { campaign, names: [] };
    return [
      ...(of
        ? [
            { kind: 'trouble' as const, campaign, ...of.trouble, href: list('trouble') },
            { kind: 'link_request' as const, campaign, ...of.linkRequests, href: list('link_request') },
            { kind: 'overdue' as const, campaign, ...of.overdue, href: list('overdue') },
            {
              kind: 'question' as const,
              ...nameless,
              count: of.questions,
              href: hrefOfQuestions({ campaign: campaign.id, inCharge: reader.inCharge ?? '', state: 'open' }),
            },
            { kind: 'approval' as const, campaign, ...of.approval, href: list('approval') },
            { kind: 'review' as const, campaign, ...of.review, href: list('review') },
            {
              kind: 'bank_approval' as const,
              ...nameless,
              count: of.bankItems.proposed,
              href: `${base}/bank-answers`,
            },
            { kind: 'bank_open' as const, ...nameless, count: of.bankItems.open, href: `${base}/bank-answers` },
          ]
        : []),
      {
        kind: 'overdue_gaps' as const,
        ...nameless,
        count: campaign.overdueGaps ?? 0,
        href: `/gaps?campaign=${campaign.id}&state=overdue`,
      },
      {
        kind: 'draft' as const,
        ...nameless,
        count: campaign.state === 'draft' ? campaign.targets : 0,
        href: `${base}/launch`,
      },
    ];
  });
  const roles = reader.roles as readonly Role[];
  return found
    .filter((task) => task.count > 0 && mayDo('bank', roles, NEEDS[task.kind]))
    .sort((a, b) => TASK_KINDS.indexOf(a.kind) - TASK_KINDS.indexOf(b.kind));
}
