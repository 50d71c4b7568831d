import type { Message } from './message';

/** The mailbox's own page: what came from outside is text, whatever it says of itself. */

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Marks that turn the direction of writing around, and control characters other than tab and line feed. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\t\n]/gu;
/** ASCII only, so that a link ends where Japanese text goes on; closing punctuation is not part of it. */
const LINK = /https?:\/\/[!-;=?-~]+[A-Za-z0-9/_=#-]/g;

export function safeText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(TURNING, (mark) => `[U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** Text with its web addresses as links. */
export function linkedText(text: string): string {
  let html = '';
  let done = 0;
  for (const match of text.matchAll(LINK)) {
    const address = safeText(match[0]);
    html += `${safeText(text.slice(done, match.index))}<a href="${address}" rel="noreferrer">${address}</a>`;
    done = match.index + match[0].length;
  }
  return html + safeText(text.slice(done));
}

const time = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Tokyo' });

function whole(title: string, body: string): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${safeText(title)}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">受信箱（お試し用）</a> <span lang="en">Local mailbox</span></header>
<main>${body}</main>
</body>
</html>`;
}

export function listPage(messages: readonly Message[], to: string): string {
  const rows = messages.map(
    (message) => `<tr>
<td><time datetime="${safeText(message.receivedAt)}">${time.format(new Date(message.receivedAt))}</time></td>
<td><bdi>${safeText(message.to.join(', '))}</bdi></td>
<td><a href="/messages/${message.id}"><bdi>${safeText(message.subject || '（件名なし）')}</bdi></a></td>
</tr>`,
  );
  const found = rows.length
    ? `<table><thead><tr><th scope="col">受信日時</th><th scope="col">宛先</th><th scope="col">件名</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`
    : '<p>メールはまだありません。 <span lang="en">No mail yet.</span></p>';
  return whole(
    '受信箱',
    `<h1>受信箱</h1>
<form action="/" method="get"><label>宛先で絞り込む <span lang="en">To</span>
<input name="to" value="${safeText(to)}" autocomplete="off"></label>
<button>表示する <span lang="en">Show</span></button></form>
${found}`,
  );
}

export function messagePage(message: Message): string {
  return whole(
    message.subject,
    `<h1><bdi>${safeText(message.subject || '（件名なし）')}</bdi></h1>
<dl>
<dt>差出人</dt><dd><bdi>${safeText(message.headers.from ?? message.from)}</bdi></dd>
<dt>宛先</dt><dd><bdi>${safeText(message.to.join(', '))}</bdi></dd>
<dt>返信先</dt><dd><bdi>${safeText(message.headers['reply-to'] ?? '')}</bdi></dd>
<dt>受信日時</dt><dd>${time.format(new Date(message.receivedAt))}</dd>
</dl>
<pre>${linkedText(message.text)}</pre>`,
  );
}

export function missingPage(): string {
  return whole('見つかりません', '<h1>見つかりません</h1><p lang="en">Not found.</p>');
}

export const STYLE = `
body { margin: 0; font: 16px/1.7 "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, sans-serif; color: #1a1a1a; background: #fff; }
header { padding: 12px 32px; border-bottom: 1px solid #ccc; }
main { padding: 0 32px 48px; max-width: 1100px; }
h1 { font-size: 24px; }
a { color: #0055ad; }
a:focus-visible, input:focus-visible, button:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 8px 12px 8px 0; border-bottom: 1px solid #ccc; vertical-align: top; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; }
dt { color: #4d4d4d; }
dd { margin: 0; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid #ccc; padding-top: 16px; }
form { display: flex; gap: 12px; align-items: end; margin-bottom: 16px; }
input, button { font: inherit; padding: 4px 12px; min-height: 44px; }
`;
