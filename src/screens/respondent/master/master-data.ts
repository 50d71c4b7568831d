import type { inferRouterOutputs } from '@trpc/server';
import { type AnswerContent, EMPTY_ANSWER, sameContent } from '@/domain/answer';
import { isWhole, type KeepStanding, keepStanding } from '@/domain/answer-keeping';
import type { Card } from '@/screens/checklist/answer-desk';
import type { AppRouter } from '@/trpc/root';
import type { WorkspaceItem } from '../workspace/workspace-data';

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

/** An answer as it would be saved to the master. */
export interface KeepOffer {
  itemId: string;
  content: AnswerContent;
  answeredAt: Date;
  whole: boolean;
}

/** What of these items was answered, each with the day that its age counts from. */
export function keepOffers(items: readonly WorkspaceItem[], cardOf: (itemId: string) => Card | undefined): KeepOffer[] {
  return items.flatMap(({ itemId, item, prior }) => {
    const kept = cardOf(itemId)?.kept;
    if (!kept?.saved || kept.content.status === 'unanswered') return [];
    const attestedAt = prior?.attested?.at;
    const answeredAt = attestedAt && attestedAt > kept.saved.at ? attestedAt : kept.saved.at;
    return [{ itemId, content: kept.content, answeredAt, whole: isWhole(item, kept.content) }];
  });
}

/** How many answers would do what to a service's answers; null is a service yet to come. */
export function standingCounts(
  offers: readonly KeepOffer[],
  service: MasterService | null,
): Record<KeepStanding, number> {
  const counts = { new: 0, replaces: 0, same: 0, older: 0 };
  for (const offer of offers) {
    const kept = service?.items.find(({ itemId }) => itemId === offer.itemId) ?? null;
    counts[keepStanding(offer, kept)] += 1;
  }
  return counts;
}
