'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Dialog } from '@/ui/dialog';

const MOST_USED = ['J', 'K', '1', '2', '3', 'C', 'E', 'D'] as const;
const ALL = [...MOST_USED, '?', 'Ctrl Z'] as const;

/** The keys at the foot of the page, and the window that lists them and turns them off. */
export function KeysBar(props: {
  on: boolean;
  onTurn: (on: boolean) => void;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  const t = useTranslations('bank.review');
  return (
    <>
      <section className="keys" aria-label={t('keys')}>
        {props.on
          ? MOST_USED.map((key) => (
              <span key={key}>
                <kbd className="kbd">{key}</kbd> {t(`key.${key}`)}
              </span>
            ))
          : t('keysOff')}
        <Button look="quiet" size="sm" onClick={() => props.onOpen(true)}>
          {t('allKeys')}
        </Button>
      </section>
      <Dialog
        open={props.open}
        onClose={() => props.onOpen(false)}
        title={t('keys')}
        end={
          <Button look="primary" onClick={() => props.onOpen(false)}>
            {t('close')}
          </Button>
        }
      >
        <ul className="dlg-rows">
          {ALL.map((key) => (
            <li key={key}>
              <kbd className="kbd">{key}</kbd> {t(`key.${key}`)}
            </li>
          ))}
        </ul>
        <Checkbox label={t('singleKeys')} checked={props.on} onChange={(event) => props.onTurn(event.target.checked)} />
      </Dialog>
    </>
  );
}
