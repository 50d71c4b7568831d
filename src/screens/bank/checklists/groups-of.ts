/** Items that stand together under one 区分; a 区分 may come again further down. */
export function groupsOf<Each extends { category: string }>(items: readonly Each[]) {
  const groups: { category: string; items: Each[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.category === item.category) last.items.push(item);
    else groups.push({ category: item.category, items: [item] });
  }
  return groups;
}
