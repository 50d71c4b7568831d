import { type AnswerContent, EMPTY_ANSWER, typedAnswerSchema } from './answer';

const joined = (mine: string, theirs: string) =>
  mine === theirs || theirs.trim() === '' ? mine : mine.trim() === '' ? theirs : `${mine}\n${theirs}`;

/** Both answers in one, to be edited: texts one below the other, and of what can't be joined mine, where I chose one. */
export function joinAnswers(mine: AnswerContent, theirs: AnswerContent): AnswerContent {
  const names = [...new Set([...Object.keys(mine.named ?? {}), ...Object.keys(theirs.named ?? {})])];
  return typedAnswerSchema.parse({
    status: mine.status === EMPTY_ANSWER.status ? theirs.status : mine.status,
    current: joined(mine.current, theirs.current),
    measure: joined(mine.measure, theirs.measure),
    promised: mine.promised ?? theirs.promised,
    person: mine.person.trim() === '' ? theirs.person : mine.person,
    reason: joined(mine.reason, theirs.reason),
    remarks: joined(mine.remarks, theirs.remarks),
    interim: joined(mine.interim ?? '', theirs.interim ?? ''),
    named: Object.fromEntries(
      names.map((name) => [name, joined(mine.named?.[name] ?? '', theirs.named?.[name] ?? '')]),
    ),
  });
}
