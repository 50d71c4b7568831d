import { useEffect, useRef, useState } from 'react';
import type { Card } from '@/screens/checklist/answer-desk';
import { headingOf } from '@/screens/checklist/item-card';
import type { WorkspaceData } from './workspace-data';
import { isListed, isOpen, nextOpen, type View, viewNamed, viewsOf } from './workspace-view';

/**
 * Where the person is: the view and the open item, kept in the address. `at` is the 通番 to open first; without it the
 * first listed item with something to do. An item stays listed while it is open, whatever becomes of it meanwhile.
 */
export function usePlace(
  data: WorkspaceData,
  named: { at: string | null; show: string | null },
  cardOf: (itemId: string) => Card | undefined,
  onLeave: (itemId: string) => void,
) {
  const views = viewsOf(data);
  const [chosen, setChosen] = useState(() => viewNamed(named.show, views));
  const view = viewNamed(chosen, views);
  const belongs = (of: View) => data.items.filter((item) => isListed(of, item, cardOf, data.isLead));
  const entryOf = (of: View) => {
    const items = belongs(of);
    return (items.find((item) => isOpen(item, cardOf)) ?? items[0])?.itemId ?? '';
  };
  const [openId, setOpenId] = useState(
    () => data.items.find((item) => item.number === named.at)?.itemId ?? entryOf(view),
  );
  const opened = useRef<string | null>(null);
  const current = data.items.find((item) => item.itemId === openId);
  const number = current?.number;
  const { at } = named;

  useEffect(() => {
    const heading = document.getElementById(headingOf(openId));
    // On arrival the page's own start keeps the focus, and the place too unless an item was asked for.
    const arrived = opened.current === null;
    if (!arrived && opened.current !== openId) heading?.focus({ preventScroll: true });
    if (arrived ? at !== null : opened.current !== openId)
      heading?.closest('article')?.scrollIntoView({ block: 'start' });
    opened.current = openId;
  }, [openId, at]);
  const [usual] = views;
  useEffect(() => {
    const query = new URLSearchParams();
    if (view !== usual) query.set('show', view);
    if (number !== undefined) query.set('item', number);
    const text = query.toString();
    window.history.replaceState(null, '', text === '' ? window.location.pathname : `?${text}`);
  }, [view, usual, number]);

  const open = (itemId: string | undefined) => {
    if (itemId === undefined) return;
    onLeave(openId);
    setOpenId(itemId);
  };
  const look = (wanted: View) => {
    onLeave(openId);
    setChosen(wanted);
    if (current && isListed(wanted, current, cardOf, data.isLead)) return;
    const entry = entryOf(wanted);
    // The person chose a list, not an item: the focus stays where they pressed.
    opened.current = entry;
    setOpenId(entry);
  };
  const listed = data.items.filter((item) => item.itemId === openId || isListed(view, item, cardOf, data.isLead));
  const matching = belongs(view);
  const next = nextOpen(matching, openId, (item) => item.itemId !== openId && isOpen(item, cardOf));
  return {
    view,
    views: views.map((each) => ({ view: each, count: belongs(each).length })),
    look,
    openId,
    current,
    open,
    listed,
    matching,
    next,
  };
}
