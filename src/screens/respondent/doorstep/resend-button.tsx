'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { IconRefresh } from '@/ui/icons';

const WAIT_SECONDS = 60;

/** Rests for a minute after each code; give it a new `key` for each. `atOnce`: the last code is spent, don't wait. */
export function ResendButton(props: { busy: boolean; atOnce: boolean; onResend: () => void }) {
  const t = useTranslations('entry.respond.code');
  const [left, setLeft] = useState(WAIT_SECONDS);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  const waiting = left > 0 && !props.atOnce;
  return (
    <Button icon={<IconRefresh />} busy={props.busy} onClick={props.onResend} aria-disabled={waiting}>
      {waiting ? t('resendIn', { seconds: left }) : t('resend')}
    </Button>
  );
}
