import { useTranslations } from 'next-intl';
import type { AssessmentState } from '@/domain/assessment-state';
import type { CampaignState } from '@/domain/campaign-state';
import {
  IconAccept,
  IconApprove,
  IconClose,
  IconHourglass,
  IconMail,
  IconPause,
  IconPencil,
  IconPlay,
  IconReturn,
  IconSearch,
  IconSubmit,
} from '@/ui/icons';
import { StatusMark, type Tone } from '@/ui/status-mark';

const CAMPAIGN = {
  draft: { Icon: IconPencil, tone: 'mute' },
  launching: { Icon: IconHourglass, tone: 'run' },
  running: { Icon: IconPlay, tone: 'run' },
  paused: { Icon: IconPause, tone: 'warn' },
  closed: { Icon: IconAccept, tone: 'mute' },
} as const satisfies Record<CampaignState, { Icon: typeof IconPlay; tone: Tone }>;

const ASSESSMENT = {
  not_started: { Icon: IconMail, tone: 'mute' },
  answering: { Icon: IconPencil, tone: 'run' },
  submitted: { Icon: IconSubmit, tone: 'run' },
  in_review: { Icon: IconSearch, tone: 'run' },
  returned: { Icon: IconReturn, tone: 'warn' },
  pending_approval: { Icon: IconHourglass, tone: 'run' },
  approved: { Icon: IconApprove, tone: 'ok' },
  withdrawn: { Icon: IconClose, tone: 'mute' },
  declined: { Icon: IconClose, tone: 'mute' },
  closed_unanswered: { Icon: IconClose, tone: 'bad' },
} as const satisfies Record<AssessmentState, { Icon: typeof IconPlay; tone: Tone }>;

export function CampaignMark({ state }: { state: CampaignState }) {
  const t = useTranslations('states.campaign');
  const { Icon, tone } = CAMPAIGN[state];
  return <StatusMark icon={<Icon />} label={t(state)} tone={tone} emphasis={state === 'paused' ? 'act' : 'quiet'} />;
}

export function AssessmentMark({ state }: { state: AssessmentState }) {
  const t = useTranslations('states.assessment');
  const { Icon, tone } = ASSESSMENT[state];
  return <StatusMark icon={<Icon />} label={t(state)} tone={tone} emphasis={state === 'returned' ? 'act' : 'quiet'} />;
}

export function AssessmentIcon({ state }: { state: AssessmentState }) {
  const { Icon } = ASSESSMENT[state];
  return <Icon />;
}
