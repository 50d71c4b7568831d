interface Link {
  id: string;
  parentId: string | null;
}

/** The link itself and everything below it. */
export function linksBelow(links: readonly Link[], id: string): Set<string> {
  const below = new Set([id]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const link of links) {
      if (link.parentId !== null && below.has(link.parentId) && !below.has(link.id)) {
        below.add(link.id);
        grew = true;
      }
    }
  }
  return below;
}

/** Whether a link may stand below `parentId`: neither itself nor anything below it may be above it. */
export function closesCycle(links: readonly Link[], id: string, parentId: string | null): boolean {
  return parentId !== null && linksBelow(links, id).has(parentId);
}

/**
 * Links in the order of a tree, each with its tier (1 is the vendor's own partner); siblings keep the given order. A link
 * whose parent isn't among them counts as first tier, so that nothing is left out.
 */
export function inTreeOrder<T extends Link>(links: readonly T[]): (T & { tier: number })[] {
  const known = new Set(links.map((link) => link.id));
  const ordered: (T & { tier: number })[] = [];
  const walk = (parentId: string | null, tier: number) => {
    for (const link of links) {
      const above = link.parentId !== null && known.has(link.parentId) ? link.parentId : null;
      if (above !== parentId) continue;
      ordered.push({ ...link, tier });
      walk(link.id, tier + 1);
    }
  };
  walk(null, 1);
  return ordered;
}
