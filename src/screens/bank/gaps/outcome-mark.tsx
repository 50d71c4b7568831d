import { useTranslations } from 'next-intl';
import type { PromiseOutcome } from '@/domain/promise-outcome';
import { IconCalendar, IconCheck, IconClock, IconHourglass, IconRefresh } from '@/ui/icons';
import { StatusMark, type Tone } from '@/ui/status-mark';

const MARKS = {
  kept: { Icon: IconCheck, tone: 'ok', emphasis: 'quiet' },
  postponed: { Icon: IconRefresh, tone: 'warn', emphasis: 'act' },
  missed: { Icon: IconClock, tone: 'bad', emphasis: 'solid' },
  ahead: { Icon: IconCalendar, tone: 'run', emphasis: 'quiet' },
  undecided: { Icon: IconHourglass, tone: 'warn', emphasis: 'quiet' },
} as const satisfies Record<
  PromiseOutcome,
  { Icon: typeof IconCheck; tone: Tone; emphasis: 'quiet' | 'act' | 'solid' }
>;

/** What became of an earlier promise: 対応済み, 延期, 期限超過, 期限前, 期限未定. */
export function OutcomeMark({ outcome }: { outcome: PromiseOutcome }) {
  const t = useTranslations('states.promiseOutcome');
  const { Icon, tone, emphasis } = MARKS[outcome];
  return <StatusMark icon={<Icon />} label={t(outcome)} tone={tone} emphasis={emphasis} />;
}
