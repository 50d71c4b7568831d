'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { Review } from './review-data';

/** Who asks for another link from one that opens nothing any more: followed by リンクを再発行 above, or put away here. */
export function LinkRequests(props: { review: Review; change: (work: () => Promise<unknown>) => Promise<boolean> }) {
  const t = useTranslations('bank.review.linkRequests');
  const actions = useTranslations('bank.review.actions');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const [busy, setBusy] = useState(false);
  const { head, linkRequests, may } = props.review;
  if (linkRequests.length === 0) return null;
  const putAway = async (requestId: string) => {
    setBusy(true);
    const { assessmentId } = head;
    await props.change(() => client.bank.invitations.putRequestAway.mutate({ assessmentId, requestId }));
    setBusy(false);
  };
  return (
    <Notice tone="warn" className="mt8" title={t('title')}>
      <ul>
        {linkRequests.map(({ requestId, requestedAt, holder, address, endedAt }) => (
          <li key={requestId} className="row between">
            <span>
              {t('asked', {
                name: holder,
                address,
                at: formatInstant(requestedAt, locale),
                ended: formatInstant(endedAt, locale),
              })}
            </span>
            {may.reissue ? (
              <Button look="neutral" size="sm" busy={busy} onClick={() => void putAway(requestId)}>
                {t('putAway')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        {head.contact ? t('now', { name: head.contact.name, address: head.contact.address }) : t('nobodyNow')}{' '}
        {may.reissue ? t('hint', { action: actions('reissue.label', { count: 0 }) }) : null}
      </p>
    </Notice>
  );
}
