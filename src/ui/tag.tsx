import type { ReactNode } from 'react';

/** A quiet fact in a frame (重要度 高, 期限後). */
export function Tag(props: { icon?: ReactNode; children: ReactNode }) {
  return (
    <span className="tag">
      {props.icon}
      {props.children}
    </span>
  );
}
