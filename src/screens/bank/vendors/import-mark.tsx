import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { IconCheck, IconError, IconHourglass, IconPencil, IconPlus, IconRefuse, IconWarn } from '@/ui/icons';
import { StatusMark, type Tone } from '@/ui/status-mark';
import type { ImportView, PreviewLine } from './import-data';

const STATES: Record<ImportView['state'], { icon: ReactNode; tone: Tone }> = {
  planned: { icon: <IconHourglass />, tone: 'run' },
  previewed: { icon: <IconWarn />, tone: 'warn' },
  confirmed: { icon: <IconHourglass />, tone: 'run' },
  applied: { icon: <IconCheck />, tone: 'ok' },
  failed: { icon: <IconError />, tone: 'bad' },
  discarded: { icon: <IconRefuse />, tone: 'mute' },
};

/** How far an import is. */
export function ImportMark({ state }: { state: ImportView['state'] }) {
  const t = useTranslations('vendors.import.states');
  const { icon, tone } = STATES[state];
  return <StatusMark icon={icon} label={t(state)} tone={tone} emphasis={state === 'previewed' ? 'act' : 'quiet'} />;
}

const LINES: Record<PreviewLine['status'], { icon: ReactNode; tone: Tone }> = {
  new: { icon: <IconPlus />, tone: 'ok' },
  changed: { icon: <IconPencil />, tone: 'run' },
  unchanged: { icon: <IconCheck />, tone: 'mute' },
  faulty: { icon: <IconError />, tone: 'bad' },
};

/** What becomes of a row. */
export function LineMark({ status }: { status: PreviewLine['status'] }) {
  const t = useTranslations('vendors.import.lines');
  const { icon, tone } = LINES[status];
  return <StatusMark icon={icon} label={t(status)} tone={tone} />;
}
