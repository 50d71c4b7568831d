import { IconCheck } from './icons';

/** `done` of `total` as a bar with its words (41／54項目). Complete turns green and gets a check. `text` null: bar alone. */
export function ProgressBar(props: { done: number; total: number; text: string | null; tone?: 'run' | 'warn' }) {
  const complete = props.total > 0 && props.done >= props.total;
  const share = props.total > 0 ? Math.min(100, (props.done / props.total) * 100) : 0;
  const tone = complete && props.tone === undefined ? 'ok' : props.tone === 'warn' ? 'warn' : '';
  const bar = (
    <svg className={`meter ${tone}`} aria-hidden="true" focusable="false">
      <rect width={`${share.toFixed(1)}%`} height="100%" />
    </svg>
  );
  if (props.text === null) return bar;
  return (
    <span className="mrow">
      {bar}
      <span className="num">
        {complete ? <IconCheck className="s16" /> : null} {props.text}
      </span>
    </span>
  );
}
