import { useTranslations } from 'next-intl';
import type { Locale } from '@/domain/date-format';
import { Disclosure } from '@/ui/disclosure';

/**
 * A mail as its reader sees it: the very HTML that is sent, in a frame that runs no script, opens nothing and inherits
 * this page's policy, so that it loads nothing either; below it the plain text.
 */
export function MailFrame(props: { title: string; language: Locale; html: string; text: string }) {
  const t = useTranslations('ui.mail');
  return (
    <>
      <iframe sandbox="" title={props.title} srcDoc={props.html} />
      <Disclosure summary={t('plainText')}>
        <p className="read lines" lang={props.language}>
          {props.text}
        </p>
      </Disclosure>
    </>
  );
}
