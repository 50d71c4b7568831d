import { useTranslations } from 'next-intl';
import { diffText } from './text-diff';

/** `after` with its differences from `before`: `ins` underlined, `del` struck. `insOnly` marks only what is new (Collision). */
export function Diff(props: { before: string; after: string; className?: string; insOnly?: boolean }) {
  const t = useTranslations('ui');
  const parts = diffText(props.before, props.after);
  let at = 0;
  return (
    <p className={`diff ${props.className ?? 'read'}`}>
      {parts.map((part) => {
        const key = `${at}-${part.kind}`;
        at += part.text.length;
        if (part.kind === 'same') return <span key={key}>{part.text}</span>;
        if (props.insOnly) return part.kind === 'ins' ? <mark key={key}>{part.text}</mark> : null;
        return part.kind === 'ins' ? (
          <ins key={key}>
            <span className="vh">{t('diff.inserted')}</span>
            {part.text}
          </ins>
        ) : (
          <del key={key}>
            <span className="vh">{t('diff.deleted')}</span>
            {part.text}
          </del>
        );
      })}
    </p>
  );
}
