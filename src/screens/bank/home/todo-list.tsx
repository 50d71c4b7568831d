'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { formatDeadline, type Locale } from '@/domain/date-format';
import { ButtonLink } from '@/ui/button-link';
import {
  IconApprove,
  IconCheck,
  IconClock,
  IconError,
  IconLink,
  IconPencil,
  IconPlay,
  IconQuestion,
  IconSubmit,
  type IconWarn,
} from '@/ui/icons';
import { Section } from '@/ui/section';
import { StatusMark, type Tone } from '@/ui/status-mark';
import type { Task, TaskKind } from './tasks';

const MARKS = {
  trouble: { Icon: IconError, tone: 'bad', emphasis: 'solid' },
  link_request: { Icon: IconLink, tone: 'warn', emphasis: 'act' },
  overdue: { Icon: IconClock, tone: 'bad', emphasis: 'solid' },
  question: { Icon: IconQuestion, tone: 'warn', emphasis: 'act' },
  approval: { Icon: IconApprove, tone: 'run', emphasis: 'act' },
  review: { Icon: IconSubmit, tone: 'run', emphasis: 'quiet' },
  bank_approval: { Icon: IconCheck, tone: 'run', emphasis: 'act' },
  bank_open: { Icon: IconPencil, tone: 'mute', emphasis: 'quiet' },
  overdue_gaps: { Icon: IconClock, tone: 'bad', emphasis: 'solid' },
  draft: { Icon: IconPlay, tone: 'mute', emphasis: 'quiet' },
} as const satisfies Record<TaskKind, { Icon: typeof IconWarn; tone: Tone; emphasis: 'quiet' | 'act' | 'solid' }>;

/** 今日の対応: what waits for the reader, each with the list behind its number. `mine` narrows to the own vendors. */
export function TodoList({ tasks, mine }: { tasks: readonly Task[]; mine: boolean }) {
  const t = useTranslations('home.todo');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const show = (own: boolean) => router.push(own ? '/campaigns?mine=true' : '/campaigns', { scroll: false });
  return (
    <Section
      id="today"
      className="mt24"
      title={
        <>
          {t('title')} <span className="cnt">{tasks.length}</span>
        </>
      }
      actions={
        <fieldset className="seg">
          <legend className="vh">{t('range')}</legend>
          <button type="button" className="sg" aria-pressed={mine} onClick={() => show(true)}>
            {t('mine')}
          </button>
          <button type="button" className="sg" aria-pressed={!mine} onClick={() => show(false)}>
            {t('all')}
          </button>
        </fieldset>
      }
    >
      {tasks.length === 0 ? <p className="mt8">{t('nothing')}</p> : null}
      <ul className="todo">
        {tasks.map(({ kind, campaign, count, names, href }) => {
          const { Icon, tone, emphasis } = MARKS[kind];
          return (
            <li key={`${kind}-${campaign.id}`}>
              <div>
                <StatusMark icon={<Icon />} label={t(`${kind}.mark`)} tone={tone} emphasis={emphasis} />
              </div>
              <div>
                <p className="b">{t(`${kind}.text`, { count })}</p>
                <p className="sub">
                  {campaign.name}
                  {names.length === 0
                    ? null
                    : t('names', { names: names.join(t('joint')), more: Math.max(0, count - names.length) })}
                </p>
              </div>
              <div className="when">
                {kind === 'draft' || kind === 'overdue_gaps'
                  ? null
                  : t('due', { at: formatDeadline(campaign.dueDate, campaign.closingTime, locale) })}
              </div>
              <div>
                <ButtonLink size="sm" href={href}>
                  {t(`${kind}.act`)}
                </ButtonLink>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
