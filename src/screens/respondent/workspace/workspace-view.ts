import { hasReacted, standingRound } from '@/domain/returned-round';
import type { Card } from '@/screens/checklist/answer-desk';
import type { WorkspaceData, WorkspaceItem } from './workspace-data';

export const VIEWS = ['all', 'missing', 'returned', 'mine'] as const;
/** Which items are listed: all · those that lack something（未回答・不備） · what the bank asks for with a return · mine. */
export type View = (typeof VIEWS)[number];

type CardOf = (itemId: string) => Card | undefined;

export const isAskedFor = ({ returned }: WorkspaceItem) => returned?.asks === true;

/** True while the newest submission that counts stands returned. */
export const isReturned = ({ rounds }: Pick<WorkspaceData, 'rounds'>) => standingRound(rounds)?.state === 'returned';

/** The views that mean something here, first the one to begin with. */
export function viewsOf(data: Pick<WorkspaceData, 'rounds' | 'items' | 'isLead'>): View[] {
  const asks = isReturned(data) && data.items.some(isAskedFor);
  const others: View[] = ['all', 'missing', ...(data.isLead ? (['mine'] as const) : [])];
  return asks ? ['returned', ...others] : others;
}

/** The view that the address names, as far as it means something here. */
export function viewNamed(name: string | null, views: readonly View[]): View {
  return views.find((view) => view === name) ?? views[0] ?? 'all';
}

const lacks = (item: WorkspaceItem, cardOf: CardOf) => cardOf(item.itemId)?.missing.length !== 0;

/** A colleague has nothing but what was given to them; to a lead belongs what nobody else was asked for. */
export function isListed(view: View, item: WorkspaceItem, cardOf: CardOf, isLead: boolean): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'missing':
      return lacks(item, cardOf);
    case 'returned':
      return isAskedFor(item);
    case 'mine':
      return !isLead || item.assignee === null;
  }
}

/** An item that the bank asked for, and the answer that stands says and shows what was submitted, without a word in reply. */
export function isUnmoved(item: WorkspaceItem, cardOf?: CardOf): boolean {
  const { returned, itemId, content, reply } = item;
  if (returned === null || !isAskedFor(item)) return false;
  return !hasReacted(cardOf?.(itemId)?.content ?? content, returned.submitted, reply, returned.filesMoved);
}

/** After a return what the bank asks for may be changed, and the rest is read. */
export function isWritable(data: Pick<WorkspaceData, 'notWritable'>, item: Pick<WorkspaceItem, 'mayChange'>): boolean {
  return data.notWritable === null && item.mayChange;
}

/** Something is still to be done about the item before submitting. */
export function isOpen(item: WorkspaceItem, cardOf: CardOf): boolean {
  return lacks(item, cardOf) || isUnmoved(item, cardOf);
}

/** The next item with something to do, after the one open, round the end to the start; undefined when none is left. */
export function nextOpen(
  items: readonly WorkspaceItem[],
  openId: string,
  isStillOpen: (item: WorkspaceItem) => boolean,
): string | undefined {
  const index = items.findIndex(({ itemId }) => itemId === openId);
  const after = [...items.slice(index + 1), ...items.slice(0, Math.max(0, index))];
  return after.find(isStillOpen)?.itemId;
}
