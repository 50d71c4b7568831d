import { useTranslations } from 'next-intl';
import type { Verdict } from '@/domain/gap';
import { IconCheck, IconReturn, IconWarn, MarkNone } from '@/ui/icons';
import { StatusMark, type Tone } from '@/ui/status-mark';

const MARKS = {
  accepted: { Icon: IconCheck, tone: 'ok' },
  insufficient: { Icon: IconReturn, tone: 'bad' },
  check: { Icon: IconWarn, tone: 'warn' },
  none: { Icon: MarkNone, tone: 'mute' },
} as const satisfies Record<Verdict | 'none', { Icon: typeof IconCheck; tone: Tone }>;

/** 認める · 不足 · 要確認 · 未審査. */
export function VerdictMark({ verdict }: { verdict: Verdict | null }) {
  const t = useTranslations('states.verdict');
  const { Icon, tone } = MARKS[verdict ?? 'none'];
  return <StatusMark icon={<Icon />} label={t(verdict ?? 'none')} tone={tone} />;
}
