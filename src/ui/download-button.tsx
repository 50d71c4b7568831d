'use client';

import type { ReactNode } from 'react';
import { buttonClass } from './button-class';
import { IconDownload } from './icons';

/** Takes a file away by POST: a form, so that the browser saves what comes back under its own name. */
export function DownloadButton(props: { action: string; children: ReactNode }) {
  return (
    <form method="post" action={props.action}>
      <button type="submit" className={buttonClass('secondary', 'sm')}>
        <IconDownload />
        {props.children}
      </button>
    </form>
  );
}
