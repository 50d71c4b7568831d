import { useTranslations } from 'next-intl';
import type { GapState } from '@/domain/gap';
import { IconCalendar, IconClock, IconHourglass, IconWarn } from '@/ui/icons';
import { StatusMark, type Tone } from '@/ui/status-mark';

const MARKS = {
  overdue: { Icon: IconClock, tone: 'bad', emphasis: 'solid' },
  planned: { Icon: IconCalendar, tone: 'run', emphasis: 'quiet' },
  undecided: { Icon: IconHourglass, tone: 'warn', emphasis: 'quiet' },
  unplanned: { Icon: IconWarn, tone: 'warn', emphasis: 'act' },
} as const satisfies Record<GapState, { Icon: typeof IconClock; tone: Tone; emphasis: 'quiet' | 'act' | 'solid' }>;

/** Where a gap stands: 期限超過, 対応予定あり, 未定, 対応予定なし. */
export function GapMark({ state }: { state: GapState }) {
  const t = useTranslations('states.gap');
  const { Icon, tone, emphasis } = MARKS[state];
  return <StatusMark icon={<Icon />} label={t(state)} tone={tone} emphasis={emphasis} />;
}
