import { type AnswerContent, LONGEST } from './answer';
import { lengthOf, plainText } from './free-text';
import { isOnlyBegun } from './promised-date';

/** A text of an answer; `name` where the item asks for the datum by name. */
export interface TextPlace {
  field: keyof typeof LONGEST;
  name?: string;
}

export interface OverlongText extends TextPlace {
  length: number;
  max: number;
}

/** As it is typed or pasted, with each text as it is kept. */
export function plainAnswer(typed: AnswerContent): AnswerContent {
  return changeTexts(typed, plainText);
}

/** The texts that can't be saved as they are. */
export function overlongTexts(content: AnswerContent): OverlongText[] {
  const found: OverlongText[] = [];
  changeTexts(content, (text, place) => {
    const [length, max] = [lengthOf(text), LONGEST[place.field]];
    if (length > max) found.push({ ...place, length, max });
    return text;
  });
  return found;
}

/**
 * What of it can be saved: a text that is too long stands as the server holds it until it is shorter, and a day that is
 * only begun is no promise yet.
 */
export function savableAnswer(typed: AnswerContent, kept: AnswerContent): AnswerContent {
  const content = changeTexts(typed, (text, place) =>
    lengthOf(text) > LONGEST[place.field] ? textAt(kept, place) : text,
  );
  return isOnlyBegun(content.promised) ? { ...content, promised: null } : content;
}

function textAt({ promised, named, ...content }: AnswerContent, { field, name = '' }: TextPlace): string {
  if (field === 'named') return named?.[name] ?? '';
  if (field === 'promised') return promised?.precision === 'undecided' ? promised.reason : '';
  return content[field] ?? '';
}

function changeTexts(content: AnswerContent, change: (text: string, place: TextPlace) => string): AnswerContent {
  const { promised, interim, named, ...rest } = content;
  const changedNamed = Object.entries(named ?? {}).flatMap(([name, text]) => {
    const changed = change(text, { field: 'named', name });
    return changed === '' ? [] : [[name, changed] as const];
  });
  const changedInterim = interim === undefined ? '' : change(interim, { field: 'interim' });
  return {
    ...rest,
    current: change(rest.current, { field: 'current' }),
    measure: change(rest.measure, { field: 'measure' }),
    person: change(rest.person, { field: 'person' }),
    reason: change(rest.reason, { field: 'reason' }),
    remarks: change(rest.remarks, { field: 'remarks' }),
    promised:
      promised?.precision === 'undecided'
        ? { ...promised, reason: change(promised.reason, { field: 'promised' }) }
        : promised,
    ...(changedInterim === '' ? {} : { interim: changedInterim }),
    ...(changedNamed.length === 0 ? {} : { named: Object.fromEntries(changedNamed) }),
  };
}
