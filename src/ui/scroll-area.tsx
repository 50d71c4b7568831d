'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';

/**
 * What may be wider than its place and then scrolls sideways. While it does, it can be reached and moved by keyboard
 * under the name `label`; while everything fits, it is no stop.
 */
export function ScrollArea(props: { label: string; className: string; children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const look = () =>
      setOverflows(element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible');
    const observer = new ResizeObserver(look);
    for (const each of [element, ...element.children]) observer.observe(each);
    look();
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={area}
      className={props.className}
      {...(overflows ? { tabIndex: 0, role: 'group', 'aria-label': props.label } : {})}
    >
      {props.children}
    </div>
  );
}
