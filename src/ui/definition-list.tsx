import type { ReactNode } from 'react';

/** Ruled facts (`ruled`, default) or facts on one line (`inline`, below a page title). */
export function DefinitionList(props: {
  items: readonly { key: string; term: ReactNode; value: ReactNode }[];
  look?: 'ruled' | 'inline';
  className?: string;
}) {
  if (props.look === 'inline') {
    return (
      <dl className={`meta ${props.className ?? ''}`}>
        {props.items.map((item) => (
          <div key={item.key}>
            <dt>{item.term}</dt>
            <dd>{item.value}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <dl className={`dl ${props.className ?? ''}`}>
      {props.items.flatMap((item) => [
        <dt key={`${item.key}-term`}>{item.term}</dt>,
        <dd key={`${item.key}-value`}>{item.value}</dd>,
      ])}
    </dl>
  );
}
