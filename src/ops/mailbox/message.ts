import { z } from 'zod';

/** A mail as the mailbox took it; recipients are the envelope's, so that a hidden one shows. */
export const messageSchema = z.object({
  id: z.number().int(),
  receivedAt: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  /** Header fields by lower-case name, unfolded and decoded where the parser does so. */
  headers: z.record(z.string(), z.string()),
  messageId: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export type Message = z.output<typeof messageSchema>;
