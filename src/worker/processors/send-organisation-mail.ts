import type { JobPayload } from '@/adapters/queue/dispatch';
import { identityTransaction } from '@/auth/doors';
import { claimOrganisationMail, settleOrganisationMail } from '@/auth/organisation-mail';
import { messageIdOf } from '@/usecases/mails/message-id';
import { handOver } from '../hand-over';
import type { Workbench } from '../workbench';

/** A member's invitation to share the answer master: from the product, naming the organisation and no bank. */
export async function sendOrganisationMail(
  bench: Workbench,
  { joiningId }: JobPayload<'organisation.mail'>,
): Promise<void> {
  const { clock } = bench.outside;
  const mail = await identityTransaction((tx) => claimOrganisationMail(tx, joiningId, clock.now()));
  if (mail === null) return;
  const { address, ...about } = mail;
  const { result } = await handOver(bench, async () => ({
    from: bench.sender,
    to: { name: '', address },
    replyTo: bench.sender,
    messageId: messageIdOf(joiningId),
    data: { kind: 'organisation_invited' as const, ...about, link: `${bench.baseUrl}/respond/master` },
  }));
  await identityTransaction((tx) => settleOrganisationMail(tx, joiningId, result.kind, clock.now()));
  bench.log.info({ joiningId, state: result.kind }, 'organisation mail settled');
}
