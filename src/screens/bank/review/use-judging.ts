'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { Verdict } from '@/domain/gap';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf } from '@/trpc/client/refusal';
import { type JudgeDraft, type JudgeDrafts, openVerdict, verdictOvertaken } from './judge-drafts';
import { isJudged, type Review, type ReviewItem } from './review-data';

type Judgement = { itemId: string; verdict: Verdict | null; reason: string; version: number };

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
  const own = useRef(new Map<string, Judgement>());
  /** What stood before each of the viewer's verdicts, the last one at the end. */
  const done = useRef<Omit<Judgement, 'version'>[]>([]);
  const { round, head, may } = review;
  const draftOf = (itemId: string): JudgeDraft => drafts.get(itemId) ?? {};
  const keep = (itemId: string, part: JudgeDraft) =>
    setDrafts((before) => new Map(before).set(itemId, { ...before.get(itemId), ...part }));

  /**
   * One after the other, so that a second press on an item starts from what the first one saved. `drafted`: the choice
   * stays beside a colleague's; for the rest the refusal has to say it.
   */
  const judge = (judgements: readonly Judgement[], drafted = false) => {
    const before = running.current;
    const work = tools.change(
      async () => {
        await before;
        if (!round) return;
        await tools.flush();
        const { verdicts } = await client.bank.reviews.judge.mutate({
          assessmentId: head.assessmentId,
          roundId: round.id,
          judgements: judgements.map((each) => ({
            ...each,
            version: Math.max(each.version, own.current.get(each.itemId)?.version ?? 0),
          })),
        });
        for (const { verdictVersion: version, ...saved } of verdicts) {
          own.current.set(saved.itemId, { ...saved, version });
        }
        const verdict = judgements[0]?.verdict;
        tools.say(verdict ? t('judgedAs', { verdict: words(verdict), count: judgements.length }) : t('unjudged'));
      },
      drafted ? isOvertaken : undefined,
    );
    running.current = work;
    return work;
  };
  const save = async (item: ReviewItem, mine: NonNullable<JudgeDraft['verdict']>) => {
    keep(item.itemId, { verdict: mine });
    const { value: verdict, reason, version } = mine;
    await running.current;
    const before = standing(item);
    const saved = await judge([{ itemId: item.itemId, verdict, reason, version }], true);
    if (!saved) return;
    done.current.push(before);
    // From here on the item's own verdict shows, also when a colleague changes it.
    setDrafts((before) => {
      const draft = before.get(item.itemId);
      return draft?.verdict === mine ? new Map(before).set(item.itemId, { ...draft, verdict: undefined }) : before;
    });
  };
  /** What stands on the item now, the viewer's own save included that the page has not read yet. */
  const standing = (item: ReviewItem): Omit<Judgement, 'version'> => {
    const { itemId, verdict, verdictVersion } = item;
    const mine = own.current.get(itemId);
    return mine && mine.version > verdictVersion
      ? { itemId, verdict: mine.verdict, reason: mine.reason }
      : { itemId, verdict: verdict?.value ?? null, reason: verdict?.reason ?? '' };
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
    judge,
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
      keep(item.itemId, { verdict: undefined });
      return judge([{ itemId: item.itemId, verdict: null, reason: '', version: item.verdictVersion }]);
    },
    /** Puts back what stood before the viewer's last verdict; refused like any other where somebody was there since. */
    async undo() {
      const last = done.current.pop();
      if (!last || !may.judge) return;
      await judge([{ ...last, version: own.current.get(last.itemId)?.version ?? 0 }]);
    },
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
