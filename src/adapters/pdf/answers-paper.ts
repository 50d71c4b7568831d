import { compilePdf } from './compile-pdf';

/** A paper of answers: facts at its head, then an item a row. All texts as they are to stand, in one language. */
export interface AnswersPaper {
  language: 'ja' | 'en';
  title: string;
  /** Whose paper it is: the document's author. */
  author: string;
  lead: string;
  facts: readonly { label: string; value: string }[];
  /** 通番, item, answer. */
  heads: readonly [string, string, string];
  items: readonly {
    number: string;
    /** As printed; Japanese whatever the paper's language. */
    text: string;
    lines: readonly { label: string; text: string }[];
  }[];
  note: string;
  /** At the foot of every page, beside the page's number. */
  footer: string;
}

/** A4, upright; the table's head is repeated on every page; a hash stands on one line, to be copied and found. `at`: as `compilePdf`. */
export function setAnswersPaper(paper: AnswersPaper, at: Date): Promise<Uint8Array> {
  return compilePdf(TEMPLATE, paper, at);
}

const TEMPLATE = `
#let d = json(bytes(sys.inputs.data))
#let rule = 0.4pt + luma(170)
#let breakable(word) = word.clusters().join(sym.zws)
#let fitted(value) = if value.match(regex("^[0-9a-f]{64}$")) != none { box(value) } else if value.len() > 60 and not value.contains(" ") { breakable(value) } else { value }
#set document(title: d.title, author: d.author)
#set text(font: "Noto Sans JP", size: 9pt, lang: d.language)
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 18mm, bottom: 20mm),
  footer: context [#set text(size: 7.5pt, fill: luma(80)); #d.footer #h(1fr) #counter(page).display("1 / 1", both: true)],
)
#set par(leading: 0.65em, spacing: 0.9em)
#show heading: set text(size: 15pt)
#show table.cell.where(y: 0): set text(weight: "bold")
= #d.title
#d.lead
#table(
  columns: (38mm, 1fr),
  inset: (x: 2mm, y: 1.6mm),
  stroke: (x, y) => (bottom: rule, top: if y == 0 { rule }),
  ..d.facts.map(fact => (text(weight: "bold", fact.label), text(weight: "regular", fitted(fact.value)))).flatten(),
)
#v(2mm)
#table(
  columns: (14mm, 1fr, 1.9fr),
  inset: (x: 2mm, y: 1.8mm),
  stroke: (bottom: rule, top: rule),
  fill: (x, y) => if y == 0 { luma(240) },
  table.header(..d.heads.map(head => [#head])),
  ..d.items.map(item => (
    text(weight: "bold", item.number),
    text(lang: "ja", item.text),
    item.lines.map(line => [#text(size: 7.5pt, fill: luma(70), line.label) #linebreak() #line.text]).join(parbreak()),
  )).flatten(),
)
#v(2mm)
#text(size: 8pt, d.note)
`;
