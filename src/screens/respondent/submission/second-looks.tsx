'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDate, formatPromised, type Locale } from '@/domain/date-format';
import { type SecondLook, secondLooks } from '@/domain/second-look';
import { IconWarn } from '@/ui/icons';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';
import type { WorkspaceData, WorkspaceItem } from '../workspace/workspace-data';
import { ItemLine } from './item-line';

/** 念のため見てほしい項目: of `items`, those that may be submitted and had better be looked at again, and why. */
export function SecondLooks({ data, items }: { data: WorkspaceData; items: readonly WorkspaceItem[] }) {
  const t = useTranslations('respondent.submission');
  const wordsFor = useLookWords(data);
  const complete = items.filter((item) => item.missing.length === 0);
  const looks = secondLooks(
    complete.map(({ itemId, content, prior }) => ({ itemId, content, prior: prior?.content ?? null })),
    data.evidence,
    data,
  );
  if (looks.size === 0) return null;
  return (
    <Section
      id="second-look"
      title={t('lookTitle', { count: looks.size })}
      actions={<StatusMark icon={<IconWarn />} label={t('mayGoSo')} tone="warn" />}
    >
      <ul className="ms">
        {complete.flatMap((item) => {
          const reasons = looks.get(item.itemId);
          if (reasons === undefined) return [];
          const says = reasons.map((look) => <p key={keyOf(look)}>{wordsFor(look)}</p>);
          return <ItemLine key={item.itemId} assessmentId={data.assessmentId} item={item} says={<div>{says}</div>} />;
        })}
      </ul>
    </Section>
  );
}

const keyOf = (look: SecondLook) => (look.why === 'evidence-expired' ? `${look.fileName} ${look.validTo}` : look.why);

function useLookWords({ items, referenceDate }: WorkspaceData): (look: SecondLook) => string {
  const t = useTranslations('respondent.submission');
  const states = useTranslations('states.answer');
  const locale = useLocale() as Locale;
  const reference = formatDate(referenceDate, locale);
  return (look) => {
    switch (look.why) {
      case 'now-not-applicable':
      case 'worse':
      case 'fact-unchanged':
        return t(`look.${look.why}`, { before: states(look.before) });
      case 'promise-past':
        return t(`look.promise-past.${look.against}`, { date: formatPromised(look.promised, locale), reference });
      case 'postponed':
        return t('look.postponed', {
          before: formatPromised(look.before, locale),
          after: formatPromised(look.after, locale),
        });
      case 'undecided':
        return t('look.undecided');
      case 'evidence-expired': {
        const { fileName: name, alsoFor } = look;
        const says = t(`look.evidence-expired.${look.against}`, {
          name,
          date: formatDate(look.validTo, locale),
          reference,
        });
        const others = items.filter(({ itemId }) => alsoFor.includes(itemId)).map(({ number }) => number);
        return others.length === 0 ? says : says + t('look.alsoFor', { numbers: others.join(t('joint')) });
      }
    }
  };
}
