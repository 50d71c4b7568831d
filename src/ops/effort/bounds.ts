import type { EffortLine } from './scenarios';

const hands = ({ typed, keyPresses, clicks }: EffortLine) => typed + keyPresses + clicks;

/** What a second bank may cost of the first, and a year without changes: a sentence for each bound that is broken. */
export function brokenBounds(lines: readonly EffortLine[]): string[] {
  const of = (name: EffortLine['name']) => {
    const line = lines.find((each) => each.name === name);
    if (!line) throw new Error(`${name} was not measured`);
    return line;
  };
  const broken: string[] = [];
  const share = hands(of('second-bank')) / hands(of('first-bank'));
  if (share > 0.05) broken.push(`the second bank costs ${(share * 100).toFixed(1)} % of the first; 5 % are allowed`);
  const { clicks, keyPresses } = of('unchanged-year');
  if (clicks + keyPresses > 80)
    broken.push(`an unchanged year takes ${clicks + keyPresses} clicks and keys; 80 are allowed`);
  return broken;
}
