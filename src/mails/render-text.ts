import type { Part } from './letter';

/** The text version: everything that the HTML says, links in full. */
export function renderText(parts: readonly Part[]): string {
  return `${parts.map(textOf).join('\n\n')}\n`;
}

function textOf(part: Part): string {
  switch (part.is) {
    case 'paragraph':
      return part.text;
    case 'facts':
      return part.rows.map(({ term, value }) => `■ ${term}: ${value}`).join('\n');
    case 'button':
      return `▼ ${part.label}\n${part.href}`;
    case 'code':
      return `${part.label}: ${part.digits}`;
    case 'table':
      return part.rows.map(([first, second]) => `［${part.head[0]} ${first}］ ${second}`).join('\n');
    case 'aside':
      return `---\n${part.text}\n---`;
    case 'signature':
      return ['――――――――――――――――', ...part.lines].join('\n');
  }
}
