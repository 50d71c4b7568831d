import type { inferRouterOutputs } from '@trpc/server';
import { EMPTY_ANSWER, sameContent } from '@/domain/answer';
import type { Card } from '@/screens/checklist/answer-desk';
import type { AppRouter } from '@/trpc/root';

export type MasterData = inferRouterOutputs<AppRouter>['respondent']['master']['look'];
export type MasterService = MasterData['services'][number];
export type MasterItem = MasterService['items'][number];
export type OrganisationData = inferRouterOutputs<AppRouter>['organisation']['show'];
export type MyOrganisation = inferRouterOutputs<AppRouter>['entry']['myOrganisation'];

/** The service whose answers count here: the one that a member said it is, else the only one. */
export function serviceHere(master: MasterData): MasterService | null {
  const linked = master.services.find((each) => each.linked);
  if (linked) return linked;
  return master.services.length === 1 ? (master.services[0] ?? null) : null;
}

/** Untouched items that a service's answers would fill: at once, and those too old for that. */
export function fillable(
  service: MasterService,
  cardOf: (itemId: string) => Card | undefined,
): { items: MasterItem[]; old: number } {
  const untouched = service.items.filter(({ itemId }) => {
    const card = cardOf(itemId);
    return card?.phase === 'kept' && sameContent(card.content, EMPTY_ANSWER);
  });
  const items = untouched.filter(({ old }) => !old);
  return { items, old: untouched.length - items.length };
}
