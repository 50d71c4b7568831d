import type { ReactNode } from 'react';

/** 検印欄: a box a step, with who stamped it and when; `name` null while the step is open. */
export function Stamps(props: {
  boxes: readonly { key: string; step: string; icon: ReactNode; name: string | null; note: string }[];
}) {
  return (
    <dl className="stamps mt8">
      {props.boxes.map((box) => (
        <div key={box.key}>
          <dt>{box.step}</dt>
          <dd>
            {box.icon}
            {box.name}
            <span className="sub">{box.note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
