export interface DiffPart {
  kind: 'same' | 'ins' | 'del';
  text: string;
}

/** Above this many word pairs the middle is shown as one replacement: 1,500 × 1,500 words stay under a tenth of a second. */
const MAX_PAIRS = 2_250_000;

function words(text: string, locale: string): string[] {
  return Array.from(new Intl.Segmenter(locale, { granularity: 'word' }).segment(text), (part) => part.segment);
}

function push(parts: DiffPart[], kind: DiffPart['kind'], text: string): void {
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}

/**
 * What changed from `before` to `after`, word by word (Japanese words by the platform's segmenter). The parts that are
 * `same` or `del` join to `before`, those that are `same` or `ins` join to `after`.
 */
export function diffText(before: string, after: string, locale = 'ja'): DiffPart[] {
  const old = words(before, locale);
  const now = words(after, locale);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  ) {
    tail++;
  }
  const parts: DiffPart[] = [];
  push(parts, 'same', old.slice(0, head).join(''));
  middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail), parts);
  push(parts, 'same', tail === 0 ? '' : old.slice(old.length - tail).join(''));
  return parts;
}

function middle(old: string[], now: string[], parts: DiffPart[]): void {
  if (old.length === 0 || now.length === 0 || old.length * now.length > MAX_PAIRS) {
    push(parts, 'del', old.join(''));
    push(parts, 'ins', now.join(''));
    return;
  }
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      push(parts, 'same', old[i] ?? '');
      i++;
      j++;
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      push(parts, 'del', old[i] ?? '');
      i++;
    } else {
      push(parts, 'ins', now[j] ?? '');
      j++;
    }
  }
}
