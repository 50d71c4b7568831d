'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { Verdict } from '@/domain/gap';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf } from '@/trpc/client/refusal';
import { hideToast, showToast } from '@/ui/show-toast';
import { type JudgeDraft, type JudgeDrafts, openVerdict, verdictOvertaken } from './judge-drafts';
import { isJudged, type Review, type ReviewItem } from './review-data';

/** A verdict as it stood; null for none. */
interface Stood {
  itemId: string;
  verdict: Verdict | null;
  reason: string;
  takenTogether: boolean;
}
type Judgement = { itemId: string; verdict: Verdict | null; reason: string; version: number };
type Saved = Omit<Stood, 'takenTogether'> & { verdictVersion: number };

/** One at a time: what is undone is always the last thing done. */
const TOAST = 'verdict';

/**
 * The viewer's verdicts: chosen by key or press, kept as a draft until saved. A choice names the version that it started
 * from, so that a colleague's verdict of the same moment is shown beside it before it may replace that.
 */
export function useJudging(
  review: Review,
  tools: {
    change: (work: () => Promise<unknown>, shown?: (error: unknown) => boolean) => Promise<boolean>;
    /** Sends the readings that wait, before a verdict that rests on them. */
    flush: () => Promise<void>;
    say: (text: string) => void;
  },
) {
  const t = useTranslations('bank.review');
  const words = useTranslations('states.verdict');
  const client = useTRPCClient();
  const [drafts, setDrafts] = useState<JudgeDrafts>(new Map());
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  /** The viewer's own verdicts as saved, which the page may not have read yet. */
  const own = useRef(new Map<string, Stood & { version: number }>());
  /** What stood before each of the viewer's steps, one verdict or many, the last step at the end. */
  const done = useRef<Stood[][]>([]);
  useEffect(() => () => hideToast(TOAST), []);
  const { round, head, may } = review;
  const draftOf = (itemId: string): JudgeDraft => drafts.get(itemId) ?? {};
  const keep = (itemId: string, part: JudgeDraft) =>
    setDrafts((before) => new Map(before).set(itemId, { ...before.get(itemId), ...part }));
  const versionOf = (itemId: string, version: number) => Math.max(version, own.current.get(itemId)?.version ?? 0);

  /**
   * One after the other, so that a second press on an item starts from what the first one saved. `drafted`: the choice
   * stays beside a colleague's; for the rest the refusal has to say it.
   */
  const run = (send: (place: { assessmentId: string; roundId: string }) => Promise<void>, drafted = false) => {
    const before = running.current;
    const work = tools.change(
      async () => {
        await before;
        if (!round) return;
        await tools.flush();
        await send({ assessmentId: head.assessmentId, roundId: round.id });
      },
      drafted ? isOvertaken : undefined,
    );
    running.current = work;
    return work;
  };
  const keepSaved = (verdicts: readonly Saved[], takenTogether: boolean) => {
    for (const { verdictVersion: version, ...saved } of verdicts) {
      own.current.set(saved.itemId, { ...saved, takenTogether, version });
    }
  };
  const sendVerdicts = (judgements: readonly Judgement[]) => async (place: { assessmentId: string; roundId: string }) =>
    keepSaved(
      (
        await client.bank.reviews.judge.mutate({
          ...place,
          judgements: judgements.map((each) => ({ ...each, version: versionOf(each.itemId, each.version) })),
        })
      ).verdicts,
      false,
    );
  const sendTogether =
    (items: readonly { itemId: string; version: number }[]) =>
    async (place: { assessmentId: string; roundId: string }) =>
      keepSaved(
        (
          await client.bank.reviews.acceptTogether.mutate({
            ...place,
            items: items.map(({ itemId, version }) => ({ itemId, version: versionOf(itemId, version) })),
          })
        ).verdicts,
        true,
      );
  /** Says what was done, with the way back. */
  const offerUndo = (text: string, before: Stood[]) => {
    done.current.push(before);
    showToast(text, { id: TOAST, undo: { label: t('undo'), onUndo: () => void undo() } });
  };
  const wordsFor = (verdict: Verdict | null, count: number) =>
    verdict ? t('judgedAs', { verdict: words(verdict), count }) : t('unjudged');
  /** Puts back what stood before the viewer's last step; refused like any other where somebody was there since. */
  const undo = async () => {
    await running.current;
    const last = done.current.pop();
    if (!last || !may.judge) return;
    hideToast(TOAST);
    const together = last.filter((each) => each.takenTogether);
    const singly = last.filter((each) => !each.takenTogether);
    const saved = await run(async (place) => {
      if (together.length > 0) await sendTogether(together.map(({ itemId }) => ({ itemId, version: 0 })))(place);
      if (singly.length > 0) {
        await sendVerdicts(singly.map(({ itemId, verdict, reason }) => ({ itemId, verdict, reason, version: 0 })))(
          place,
        );
      }
    });
    if (saved) tools.say(t('undone', { count: last.length }));
  };
  /** Many at once, none of which had a verdict. */
  const many = async (items: readonly ReviewItem[], together: boolean) => {
    const chosen = items.map((item) => ({ itemId: item.itemId, version: item.verdictVersion }));
    const saved = await run(
      together
        ? sendTogether(chosen)
        : sendVerdicts(chosen.map((each) => ({ ...each, verdict: 'accepted' as const, reason: '' }))),
    );
    if (!saved) return;
    offerUndo(
      together ? t('acceptedTogether', { count: items.length }) : wordsFor('accepted', items.length),
      chosen.map(({ itemId }) => ({ itemId, verdict: null, reason: '', takenTogether: false })),
    );
  };
  const save = async (item: ReviewItem, mine: NonNullable<JudgeDraft['verdict']>) => {
    keep(item.itemId, { verdict: mine });
    const { value: verdict, reason, version } = mine;
    await running.current;
    const before = standing(item);
    const saved = await run(sendVerdicts([{ itemId: item.itemId, verdict, reason, version }]), true);
    if (!saved) return;
    offerUndo(wordsFor(verdict, 1), [before]);
    // From here on the item's own verdict shows, also when a colleague changes it.
    setDrafts((before) => {
      const draft = before.get(item.itemId);
      return draft?.verdict === mine ? new Map(before).set(item.itemId, { ...draft, verdict: undefined }) : before;
    });
  };
  /** What stands on the item now, the viewer's own save included that the page has not read yet. */
  const standing = (item: ReviewItem): Stood => {
    const { itemId, verdict, verdictVersion } = item;
    const mine = own.current.get(itemId);
    if (mine && mine.version > verdictVersion) return mine;
    return {
      itemId,
      verdict: verdict?.value ?? null,
      reason: verdict?.reason ?? '',
      takenTogether: verdict?.takenTogether ?? false,
    };
  };
  /** The draft that a change begins with: the one under way, else what stands. */
  const begun = (item: ReviewItem) => {
    const mine = openVerdict(item, draftOf(item.itemId));
    return {
      reason: mine?.reason ?? item.verdict?.reason ?? '',
      version: mine?.version ?? item.verdictVersion,
    };
  };
  return {
    draftOf,
    keep,
    many,
    save,
    /** 認める and 要確認 stand by themselves; 不足 waits for its reason, and a verdict that was overtaken for a look. */
    async choose(item: ReviewItem, value: Verdict) {
      if (!may.judge || !isJudged(item)) return;
      const mine = { ...begun(item), value };
      if (value === 'insufficient' || verdictOvertaken(item, draftOf(item.itemId))) {
        keep(item.itemId, { verdict: mine });
      } else {
        await save(item, mine);
      }
    },
    /** Types the reason of the verdict that is chosen or stands. */
    type(item: ReviewItem, value: Verdict, reason: string) {
      keep(item.itemId, { verdict: { ...begun(item), value, reason } });
    },
    unjudge(item: ReviewItem) {
      return save(item, { value: null, reason: '', version: item.verdictVersion });
    },
    undo,
    /** What stands is the colleague's; the viewer's own goes. */
    yieldTo(item: ReviewItem) {
      keep(item.itemId, { verdict: undefined });
    },
  };
}

/** A colleague's verdict came first: read anew, it is shown beside the viewer's own. */
function isOvertaken(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal?.code === 'stale-record' && refusal.params.numbers !== undefined;
}

export type Judging = ReturnType<typeof useJudging>;
