import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type AnswerContent, MAX_NAMED, sameContent } from './answer';
import { canonicalJson } from './canonical-json';
import type { ChecklistItem } from './checklist';
import { bankDateOf } from './deadline';

/** From this age on an answer of the master is looked at by itself before it is used again. */
const OLD_AFTER_MONTHS = 12;

/** 回答マスタ: what a respondent organisation keeps for itself, as one of its members sees it. */
export interface AnswerMaster {
  organisationId: string;
  organisationName: string;
  services: { id: string; name: string }[];
  /** Which of the organisation's services a bank's service is, as a member said. */
  links: { tenantId: string; serviceId: string; masterServiceId: string }[];
  answers: MasterAnswer[];
}

export interface MasterAnswer {
  id: string;
  masterServiceId: string;
  /** `questionHash` of the item that it answers. */
  questionHash: string;
  objective: string;
  content: AnswerContent;
  version: number;
  /** When somebody last wrote it, or said by name that it stands unchanged. Its age counts from here. */
  answeredAt: Date;
  /** When, and by whom, it was saved here from its source. */
  savedAt: Date;
  byName: string;
  /** What each bank was last told of it, as far as that was saved. */
  told: ToldBank[];
  source: MasterSource;
}

/** Where a master's answer came from, for its owner's eyes alone. */
export interface MasterSource {
  tenantId: string;
  assessmentId: string;
  bankName: string;
  bankNameEn: string;
  campaignName: string;
  /** 通番, 区分 and place of the item there; none in what was saved before they were noted. */
  number?: string;
  category?: string;
  position?: number;
}

export interface ToldBank {
  tenantId: string;
  bankName: string;
  bankNameEn: string;
  content: AnswerContent;
}

/**
 * An answer as an item may be told it: without the data by name（認証番号など）that another bank's edition asked for. Nobody
 * tells a bank what its own page would never show.
 */
export function fittedTo(asked: { namedData?: readonly string[] | undefined }, content: AnswerContent): AnswerContent {
  const { named, ...rest } = content;
  const fitting = Object.entries(named ?? {}).filter(([name]) => asked.namedData?.includes(name));
  return fitting.length > 0 ? { ...rest, named: Object.fromEntries(fitting) } : rest;
}

/** An answer to be kept, with the data by name that only other banks asked for as it stood. */
export function keptBeside(
  before: AnswerContent | null,
  asked: { namedData?: readonly string[] | undefined },
  content: AnswerContent,
): AnswerContent {
  const own = Object.entries(content.named ?? {});
  const others = Object.entries(before?.named ?? {}).filter(([name]) => !asked.namedData?.includes(name));
  if (others.length === 0) return content;
  return { ...content, named: Object.fromEntries([...own, ...others].slice(0, MAX_NAMED)) };
}

/** What banks other than `here` were last told; content is null where it is word for word the master's answer. */
export function toldElsewhere(
  { told, content }: MasterAnswer,
  here: string | null,
): { bankName: string; bankNameEn: string; content: AnswerContent | null }[] {
  return told
    .filter(({ tenantId }) => tenantId !== here)
    .map((each) => ({
      bankName: each.bankName,
      bankNameEn: each.bankNameEn,
      content: sameContent(each.content, content) ? null : each.content,
    }));
}

/**
 * SHA-256 (hex) of what an item asks: its text, methods and notes, whatever a bank's edition calls its number, category
 * and sources, and however wide its letters are.
 */
export function questionHash({ objective, practices, notes }: ChecklistItem): string {
  const folded = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, '');
  const asked = {
    objective: folded(objective),
    practices: practices.map(({ heading, methods }) => [folded(heading), methods.map(({ text }) => folded(text))]),
    notes: notes.map(({ title, text }) => [folded(title), folded(text)]),
  };
  return createHash('sha256').update(canonicalJson(asked)).digest('hex');
}

/** In the order of the checklists that they answered: by their place there, one checklist after the other. */
export function asInSource(a: MasterAnswer, b: MasterAnswer): number {
  const placeOf = ({ source }: MasterAnswer) => source.position ?? Number.MAX_SAFE_INTEGER;
  return placeOf(a) - placeOf(b) || a.objective.localeCompare(b.objective, 'ja');
}

/** True from the day on which the answer is twelve months old, in Asia/Tokyo. */
export function isOldAnswer(answeredAt: Date, now: Date): boolean {
  const since = Temporal.PlainDate.from(bankDateOf(answeredAt)).add({ months: OLD_AFTER_MONTHS });
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(bankDateOf(now)), since) >= 0;
}

/** Whole months between two instants by their dates in Asia/Tokyo; 0 within the first month. */
export function monthsBetween(from: Date, to: Date): number {
  const began = Temporal.PlainDate.from(bankDateOf(from));
  return began.until(Temporal.PlainDate.from(bankDateOf(to)), { largestUnit: 'months' }).months;
}
