'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, type Locale } from '@/domain/date-format';
import { DataTable } from '@/ui/data-table';
import { IconClock, IconClose, IconError, IconSend, IconWarn } from '@/ui/icons';
import { Section } from '@/ui/section';
import { StatusMark, type Tone } from '@/ui/status-mark';
import { Newest } from './history-section';
import type { VendorView } from './vendor-data';

const MARKS = {
  planned: { Icon: IconClock, tone: 'mute' },
  sending: { Icon: IconSend, tone: 'run' },
  sent: { Icon: IconSend, tone: 'ok' },
  uncertain: { Icon: IconWarn, tone: 'warn' },
  failed: { Icon: IconError, tone: 'bad' },
  cancelled: { Icon: IconClose, tone: 'mute' },
  skipped: { Icon: IconClose, tone: 'mute' },
} as const satisfies Record<string, { Icon: typeof IconClock; tone: Tone }>;

type MailState = keyof typeof MARKS;
const isMailState = (state: string): state is MailState => Object.hasOwn(MARKS, state);

/** メール: what was sent to this vendor's people, and what waits. */
export function MailsSection({ vendor }: { vendor: VendorView }) {
  const t = useTranslations('vendors.vendor');
  const kinds = useTranslations('states.mailKind');
  const locale = useLocale() as Locale;
  const { rows, total } = vendor.mails;
  return (
    <Section id="mails" className="mt24" title={t('mails')}>
      <DataTable
        caption={t('mailsCaption')}
        framed
        minWidth={760}
        rows={rows}
        rowKey={(row) => row.id}
        state={rows.length > 0 ? { kind: 'rows' } : { kind: 'empty', title: t('noMails') }}
        columns={[
          { key: 'at', head: t('at'), className: 'nw', cell: (row) => formatInstant(row.at, locale) },
          { key: 'kind', head: t('mailKind'), rowHead: true, cell: (row) => kinds(row.kind) },
          { key: 'to', head: t('to'), cell: (row) => <span lang="ja">{row.recipientName}</span> },
          {
            key: 'campaign',
            head: t('campaign'),
            cell: (row) => (
              <Link href={`/campaigns/${row.campaignId}`} prefetch={false} lang="ja">
                {row.campaignName}
              </Link>
            ),
          },
          {
            key: 'state',
            head: t('state'),
            className: 'nw',
            cell: (row) => (
              <>
                <MailMark state={row.doubtful ? 'uncertain' : row.state} />{' '}
                {row.failure ? <span className="sub">{row.failure}</span> : null}
              </>
            ),
          },
        ]}
      />
      <Newest shown={rows.length} total={total} />
    </Section>
  );
}

function MailMark({ state }: { state: string }) {
  const t = useTranslations('vendors.vendor.mailStates');
  if (!isMailState(state)) return null;
  const { Icon, tone } = MARKS[state];
  const emphasis = state === 'failed' ? 'solid' : state === 'uncertain' ? 'act' : 'quiet';
  return <StatusMark icon={<Icon />} label={t(state)} tone={tone} emphasis={emphasis} />;
}
