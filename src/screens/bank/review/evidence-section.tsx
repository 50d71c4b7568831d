'use client';

import { useTranslations } from 'next-intl';
import { EvidenceFacts } from '@/screens/checklist/evidence-facts';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import type { Review, ReviewItem } from './review-data';

const HEADING = 'evidence';

/** Where the E key goes: the first file, or the section that says there is none. */
export function focusEvidence(): void {
  const section = document.getElementById(HEADING)?.closest('section');
  section?.scrollIntoView({ block: 'nearest' });
  (section?.querySelector('button') ?? section?.querySelector<HTMLElement>('[tabindex]'))?.focus();
}

/** エビデンス: what the newest round holds for the item, and what of it is new since the round before. */
export function EvidenceSection({ review, item }: { review: Review; item: ReviewItem }) {
  const t = useTranslations('bank.evidence');
  const { evidence } = item;
  if (item.vendor === null) return null;
  return (
    <Section id={HEADING} title={t('title', { count: evidence.length })} className="mt16">
      {evidence.length === 0 ? (
        <p className="sub" tabIndex={-1}>
          {item.item.evidenceNeeded ? t('noneThoughNeeded') : t('none')}
        </p>
      ) : (
        <ul className="files">
          {evidence.map((file) => (
            <li key={file.evidenceId}>
              <EvidenceFacts
                file={file}
                today={review.head.today}
                reader="bank"
                action={`/api/evidence/${file.evidenceId}`}
                tags={file.isNew ? <Tag>{t('isNew')}</Tag> : null}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
