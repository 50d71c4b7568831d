'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { DefinitionList } from '@/ui/definition-list';
import { Notice } from '@/ui/notice';

/** The end of a step: what was refused, what stands now when somebody else was first, and the way on. */
export function StepEnd(props: {
  back: { href: string; label: string };
  onwards: string;
  busy: boolean;
  failure: unknown;
  /** Some field is wrong; said only after a try. */
  wrong: boolean;
  /** What is saved now, by field; shown after somebody else's change. */
  standing: readonly { key: string; term: ReactNode; value: ReactNode }[] | null;
}) {
  const t = useTranslations('bank.campaigns.wizard');
  const refusalText = useRefusalText();
  return (
    <>
      {props.failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt16">
          <p>{refusalText(props.failure)}</p>
        </Notice>
      )}
      {props.standing === null ? null : (
        <Notice tone="warn" title={t('standingTitle')} className="mt16">
          <p>{t('standingText')}</p>
          <DefinitionList items={props.standing} />
        </Notice>
      )}
      {props.wrong ? (
        <Notice tone="bad" live="assertive" className="mt16">
          <p>{t('someWrong')}</p>
        </Notice>
      ) : null}
      <p className="row mt24">
        <ButtonLink look="neutral" href={props.back.href}>
          {props.back.label}
        </ButtonLink>
        <Button look="primary" type="submit" busy={props.busy}>
          {props.onwards}
        </Button>
      </p>
    </>
  );
}
