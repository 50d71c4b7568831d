import { useTranslations } from 'next-intl';
import { AnswerIcon } from '@/screens/checklist/answer-mark';
import { IconError, IconLink, IconMail, IconMailOpen } from '@/ui/icons';
import { StatusMark } from '@/ui/status-mark';
import type { AssessmentLine } from './campaign-data';

/** What the newest submitted round claims; before one, only that there is none. */
export function AssessmentClaims({ line }: { line: AssessmentLine }) {
  const t = useTranslations('bank.campaigns.show');
  const states = useTranslations('states.answer');
  if (line.claims === null) return <span className="sub">{t('beforeSubmission')}</span>;
  const { unmet, partial, gaps } = line.claims;
  return (
    <span className="row nowrap">
      <StatusMark icon={<AnswerIcon status="unmet" />} label={`${states('unmet')} ${unmet}`} tone="bad" />
      <StatusMark icon={<AnswerIcon status="partial" />} label={`${states('partial')} ${partial}`} tone="warn" />
      <span className="sub nw">{t('gapCount', { count: gaps })}</span>
    </span>
  );
}

/** How far the mails to the vendor have come; first what somebody has to look at. */
export function AssessmentMailState({ line }: { line: AssessmentLine }) {
  const t = useTranslations('bank.campaigns.show.mailState');
  if (line.troubled) return <StatusMark icon={<IconError />} label={t('trouble')} tone="bad" emphasis="act" />;
  if (line.linkRequested)
    return <StatusMark icon={<IconLink />} label={t('linkRequested')} tone="warn" emphasis="act" />;
  if (line.opened) return <StatusMark icon={<IconMailOpen />} label={t('opened')} tone="mute" />;
  return <StatusMark icon={<IconMail />} label={line.mailState === 'sent' ? t('sent') : t('waiting')} tone="mute" />;
}
