import type { Letter, Part } from './letter';

const FONT = "'Noto Sans JP','Hiragino Sans','Yu Gothic',Meiryo,sans-serif";
const BODY = `font-family:${FONT};font-size:16px;line-height:1.75;color:#1a1a1a;`;
const RULE = '1px solid #cccccc';
const FRAME = '1px solid #949494';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** 600 px wide and narrower on a telephone, no images, styles inline: what mail programs of banks and gateways leave alone. */
export function renderHtml({ subject, parts }: Letter, language: 'ja' | 'en'): string {
  const rows = parts.map((part) => `<tr><td style="padding:0 24px 16px;${BODY}">${htmlOf(part)}</td></tr>`).join('\n');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:0;background:#f2f2f2;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f2f2f2;"><tr><td align="center" style="padding:24px 0;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background:#ffffff;border:${FRAME};">
<tr><td style="padding:12px 0;border-top:4px solid #0055ad;font-size:0;line-height:0;">&nbsp;</td></tr>
${rows}
</table></td></tr></table>
</body></html>
`;
}

function htmlOf(part: Part): string {
  switch (part.is) {
    case 'paragraph':
      return `<p style="margin:0;">${lines(part.text)}</p>`;
    case 'facts':
      return factsOf(part.rows);
    case 'button':
      return buttonOf(part);
    case 'code':
      return `<p aria-label="${escapeHtml(part.label)}" style="margin:0;"><span style="display:inline-block;padding:12px 20px;border:${FRAME};border-left:4px solid #0055ad;font-size:36px;font-weight:700;letter-spacing:.16em;line-height:1.3;">${escapeHtml(part.digits)}</span></p>`;
    case 'table':
      return tableOf(part);
    case 'aside':
      return `<p lang="${part.lang}" style="margin:0;border-left:3px solid #949494;padding-left:12px;font-size:14px;">${lines(part.text)}</p>`;
    case 'signature':
      return `<p style="margin:0;border-top:${RULE};padding-top:12px;color:#4d4d4d;font-size:14px;">${part.lines.map(escapeHtml).join('<br>')}</p>`;
  }
}

function factsOf(rows: readonly { term: string; value: string; strong?: boolean }[]): string {
  const cell = `padding:8px 8px 8px 0;border-bottom:${RULE};vertical-align:top;${BODY}`;
  const body = rows.map(({ term, value, strong }) => {
    const shown = strong ? `<b>${lines(value)}</b>` : lines(value);
    return `<tr><td style="width:140px;font-weight:700;${cell}">${escapeHtml(term)}</td><td style="${cell}">${shown}</td></tr>`;
  });
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-top:${RULE};">${body.join('')}</table>`;
}

/** The link stands below the button in full, since some gateways strip buttons. */
function buttonOf({ label, href }: { label: string; href: string }): string {
  const target = escapeHtml(href);
  return `<a href="${target}" style="display:inline-block;padding:12px 24px;background:#0055ad;border-radius:8px;color:#ffffff;font-weight:700;text-decoration:none;">${escapeHtml(label)}</a><br><span style="font-size:14px;color:#4d4d4d;word-break:break-all;">${target}</span>`;
}

function tableOf({
  head,
  rows,
}: {
  head: readonly [string, string];
  rows: readonly (readonly [string, string])[];
}): string {
  const cell = `padding:6px 10px;border:${FRAME};text-align:left;vertical-align:top;${BODY}`;
  const headRow = head
    .map((text) => `<th scope="col" style="background:#f2f2f2;${cell}">${escapeHtml(text)}</th>`)
    .join('');
  const body = rows.map(
    ([first, second]) =>
      `<tr><th scope="row" style="width:64px;${cell}">${escapeHtml(first)}</th><td style="${cell}">${lines(second)}</td></tr>`,
  );
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;"><thead><tr>${headRow}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\r\n?|\n/g, '<br>');
}
