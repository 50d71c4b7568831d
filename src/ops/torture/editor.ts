import { setTimeout as pause } from 'node:timers/promises';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import superjson from 'superjson';
import { z } from 'zod';
import { COOKIES } from '@/auth/cookies';
import { answerContentSchema, EMPTY_ANSWER } from '@/domain/answer';
import type { AppRouter } from '@/trpc/root';

/** A save that an editor sent, and sent again until it was answered. */
export interface SentSave {
  itemId: string;
  /** Over what it was sent, each as it had been shown to the editor; the last one counts. */
  bases: [{ version: number; text: string }, ...{ version: number; text: string }[]];
  text: string;
  /** How often no answer came: each may have been written all the same. */
  unanswered: number;
  /** The version that the server acknowledged; null while it answered nothing. */
  acknowledged: number | null;
}

/** What an editor was shown as standing when their save was refused. */
interface Shown {
  itemId: string;
  version: number;
  text: string;
}

export interface EditorRecord {
  sent: SentSave[];
  shown: Shown[];
  /** Answers that no editor should ever get. */
  strange: string[];
}

const AGAIN_MS = 100;
const staleSchema = z.object({ theirs: answerContentSchema.nullable(), version: z.int() });

/** A procedure's client for one signed-in person, as their browser calls it. */
export function clientOf(origin: string, sessionToken: string) {
  const headers = { origin, cookie: `${COOKIES.respondent}=${sessionToken}` };
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${origin}/api/trpc`, transformer: superjson, headers })],
  });
}

/**
 * Saves `count` texts of their own to items that `pick` names, the way a page does: over the version last seen; after a
 * refusal over what was shown; after no answer the same again. Ends early when `ended` says so.
 */
export async function edit(
  client: ReturnType<typeof clientOf>,
  plan: { name: string; assessmentId: string; count: number; pick(): string; ended(): boolean; saved(): void },
): Promise<EditorRecord> {
  const record: EditorRecord = { sent: [], shown: [], strange: [] };
  const seen = new Map<string, { version: number; text: string }>();
  for (let at = 0; at < plan.count && !plan.ended(); at += 1) {
    const itemId = plan.pick();
    const save: SentSave = {
      itemId,
      bases: [seen.get(itemId) ?? { version: 0, text: '' }],
      text: `${plan.name} ${at}`,
      unanswered: 0,
      acknowledged: null,
    };
    record.sent.push(save);
    while (save.acknowledged === null && !plan.ended()) {
      try {
        const content = { ...EMPTY_ANSWER, status: 'met' as const, current: save.text };
        const { assessmentId } = plan;
        const saved = await client.respondent.answers.save.mutate({
          assessmentId,
          itemId,
          version: (save.bases.at(-1) ?? save.bases[0]).version,
          content,
        });
        save.acknowledged = saved.version;
        seen.set(itemId, { version: saved.version, text: save.text });
        plan.saved();
      } catch (error) {
        const stale = staleOf(error);
        if (stale) {
          const shown = { version: stale.version, text: stale.theirs?.current ?? '' };
          record.shown.push({ itemId, ...shown });
          save.bases.push(shown);
        } else if (isUnanswered(error)) {
          save.unanswered += 1;
          await pause(AGAIN_MS);
        } else {
          record.strange.push(String(error).slice(0, 200));
          break;
        }
      }
    }
  }
  return record;
}

function staleOf(error: unknown): z.output<typeof staleSchema> | null {
  if (!(error instanceof TRPCClientError)) return null;
  const { refusal } = (error.data ?? {}) as { refusal?: { code: string; params: unknown } };
  return refusal?.code === 'stale-save' ? staleSchema.parse(refusal.params) : null;
}

/** No answer of the product's came back: the connection was refused or broke off. */
function isUnanswered(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data === undefined && error.shape === undefined;
}
