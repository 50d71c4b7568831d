import { typedText } from '@/domain/answer';
import { foldForSearch } from '@/domain/search-text';
import type { OrganisationData } from './master-data';

export type ServiceAnswer = OrganisationData['services'][number]['answers'][number];

/** The answers in whose item or texts every word is found, in their order, gathered by 区分; null: it is not known. */
export function answersFound(
  answers: readonly ServiceAnswer[],
  words: string,
): { category: string | null; answers: ServiceAnswer[] }[] {
  const wanted = foldForSearch(words).split(/\s+/).filter(Boolean);
  const groups: { category: string | null; answers: ServiceAnswer[] }[] = [];
  for (const answer of answers) {
    const { number, category, objective, content } = answer;
    const text = foldForSearch([number ?? '', category ?? '', objective, typedText(content)].join('\n'));
    if (!wanted.every((word) => text.includes(word))) continue;
    const group = groups.find((each) => each.category === category);
    if (group) group.answers.push(answer);
    else groups.push({ category, answers: [answer] });
  }
  return groups;
}
