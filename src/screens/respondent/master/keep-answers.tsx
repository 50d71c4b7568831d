'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { IconCopy } from '@/ui/icons';
import { KeepDialog } from './keep-dialog';
import type { KeepOffer, MasterData } from './master-data';

/** The button that saves answers to the master, one or all of them, and asks what it has to know. */
export function KeepAnswers(props: {
  assessmentId: string;
  offers: readonly KeepOffer[];
  me: string;
  master: MasterData;
  suggested: { vendor: string; service: string };
  label: string;
  size?: 'sm';
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { label, size, ...dialog } = props;
  return (
    <>
      <Button look="quiet" {...(size ? { size } : {})} icon={<IconCopy />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open ? (
        <KeepDialog
          {...dialog}
          onClose={() => setOpen(false)}
          onKept={() => {
            setOpen(false);
            router.refresh();
          }}
        />
      ) : null}
    </>
  );
}
