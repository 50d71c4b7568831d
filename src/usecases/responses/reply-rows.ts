import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '@/db/client';
import { reply } from '@/db/schema/review';
import type { replySchema } from './workspace.schema';

export type Reply = z.output<typeof replySchema>;

/** The vendor's newest reply to each item's comment of a round; null as round has none. */
export async function repliesTo(tx: Transaction, roundId: string | null): Promise<Map<string, Reply>> {
  const replies = new Map<string, Reply>();
  if (roundId === null) return replies;
  const rows = await tx.select().from(reply).where(eq(reply.roundId, roundId)).orderBy(asc(reply.at), asc(reply.id));
  for (const { itemId, body, by, at } of rows) {
    const version = (replies.get(itemId)?.version ?? 0) + 1;
    replies.set(itemId, { body, by: by.kind === 'system' ? '' : by.name, at, version });
  }
  return replies;
}
