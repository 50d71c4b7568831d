'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CalendarDate } from '@/domain/calendar-date';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { buttonClass } from '@/ui/button-class';
import { IconError, IconFile, IconNotScanned, IconScanned, IconWarn } from '@/ui/icons';
import { StatusMark } from '@/ui/status-mark';

export interface Facts {
  fileName: string;
  size: number;
  sha256: string;
  scan: 'clean' | 'not_scanned';
  validFrom: CalendarDate | null;
  validTo: CalendarDate | null;
  addedBy: string;
  addedAt: Date;
  alteredAt: Date | null;
}

const SHOWN_DIGITS = 12;
const BYTES_PER_KILOBYTE = 1024;
const KILOBYTES_PER_MEGABYTE = 1024;

/**
 * One file: its name, which takes it away; size, when and by whom, what a scanner said, its days and its SHA-256,
 * shortened and whole on demand. `today` is the day that an expired one is told by.
 */
export function EvidenceFacts(props: {
  file: Facts;
  /** Where its bytes come from, by POST. */
  action: string;
  today: CalendarDate;
  /** Who is told what to do about a file that is no longer what was handed in. */
  reader: 'bank' | 'vendor' | 'auditor';
  /** Beside the name. */
  tags?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations('ui.evidence');
  const locale = useLocale() as Locale;
  const { file } = props;
  return (
    <div className="grow evf">
      <form method="post" action={props.action} className="row">
        <button type="submit" className={`${buttonClass('quiet', 'sm')} evn`} title={t('takeDown')}>
          <IconFile />
          <span lang="ja">{file.fileName}</span>
          <span className="vh">{t('takeDown')}</span>
        </button>
        {props.tags}
        <span className="num nw">
          <FileSize bytes={file.size} />
        </span>
        <ScanMark scan={file.scan} />
      </form>
      <p className="sub">
        {t('added', { at: formatInstant(file.addedAt, locale), name: file.addedBy })} <ValidDays {...props} />
      </p>
      {file.alteredAt ? (
        <div className="mt8">
          <StatusMark icon={<IconError />} label={t('altered')} tone="bad" emphasis="solid" />
          <p>{t('alteredText', { at: formatInstant(file.alteredAt, locale), reader: props.reader })}</p>
        </div>
      ) : null}
      <details className="sub evh">
        <summary>
          SHA-256 <code>{file.sha256.slice(0, SHOWN_DIGITS)}…</code> <span className="vh">{t('wholeHash')}</span>
        </summary>
        <code className="wrap">{file.sha256}</code>
      </details>
      {props.children}
    </div>
  );
}

/** 640 KB, 3.8 MB. */
export function FileSize({ bytes }: { bytes: number }) {
  const t = useTranslations('ui.evidence');
  const kilobytes = Math.max(1, Math.round(bytes / BYTES_PER_KILOBYTE));
  if (kilobytes < KILOBYTES_PER_MEGABYTE) return t('kilobytes', { size: kilobytes });
  return t('megabytes', { size: kilobytes / KILOBYTES_PER_MEGABYTE });
}

export function ScanMark({ scan }: { scan: Facts['scan'] }) {
  const t = useTranslations('ui.evidence');
  return scan === 'clean' ? (
    <StatusMark icon={<IconScanned />} label={t('clean')} tone="ok" />
  ) : (
    <StatusMark icon={<IconNotScanned />} label={t('notScanned')} tone="mute" />
  );
}

export function ValidDays({ file, today }: { file: Pick<Facts, 'validFrom' | 'validTo'>; today: CalendarDate }) {
  const t = useTranslations('ui.evidence');
  const locale = useLocale() as Locale;
  const { validFrom, validTo } = file;
  if (validFrom === null && validTo === null) return null;
  const day = (date: CalendarDate | null) => (date === null ? '' : formatDate(date, locale));
  return (
    <>
      {t('valid', { from: day(validFrom), to: day(validTo) })}{' '}
      {validTo !== null && validTo < today ? (
        <StatusMark icon={<IconWarn />} label={t('expired')} tone="warn" emphasis="act" />
      ) : null}
    </>
  );
}
