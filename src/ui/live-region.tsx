/**
 * Says a change to a screen reader, unseen. Keep it mounted and change `text`: saves and states `polite`, collisions and
 * refusals `assertive`.
 */
export function LiveRegion(props: { text: string; manner?: 'polite' | 'assertive' }) {
  const manner = props.manner ?? 'polite';
  return (
    <div className="vh" role={manner === 'assertive' ? 'alert' : 'status'} aria-live={manner} aria-atomic="true">
      {props.text}
    </div>
  );
}
