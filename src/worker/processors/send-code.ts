import type { JobPayload } from '@/adapters/queue/dispatch';
import { type CodeMail, claimCodeMail, settleCodeMail } from '@/auth/code-mail';
import { identityTransaction } from '@/auth/doors';
import { banksBehindProviders } from '@/auth/identity/banks-behind-providers';
import { mintSystemScope } from '@/auth/mint';
import type { MailData, RespondentCodeMail } from '@/mails/mail-data';
import { describeInvitation } from '@/usecases/mails/describe-invitation';
import { messageIdOf } from '@/usecases/mails/message-id';
import { handOver } from '../hand-over';
import type { Workbench } from '../workbench';

/**
 * The mail with a one-time code. Where the server does not take it, the job fails so that the queue tries again within
 * seconds: somebody is waiting for it.
 */
export async function sendCode(bench: Workbench, { codeId }: JobPayload<'code.send'>): Promise<void> {
  const { clock } = bench.outside;
  const code = await identityTransaction((tx) => claimCodeMail(tx, codeId, clock.now()));
  if (code === null) return;
  const { result, error } = await handOver(bench, () => letterOf(bench, codeId, code));
  const state = result.kind === 'retry' ? 'planned' : result.kind;
  await identityTransaction((tx) => settleCodeMail(tx, codeId, state, clock.now()));
  if (error !== null) throw error;
  bench.log.info({ codeId, state }, 'code mail settled');
}

async function letterOf(bench: Workbench, codeId: string, code: CodeMail) {
  const about = code.invitation === null ? null : await aboutOf(bench, code.invitation);
  const data = await dataOf(bench, code, about);
  return {
    from: { name: about?.bank.name ?? bench.sender.name, address: bench.sender.address },
    to: { name: about?.recipientName ?? '', address: code.address },
    replyTo: about === null ? bench.sender : { name: about.bank.name, address: about.bank.replyAddress },
    messageId: messageIdOf(codeId),
    data,
  };
}

async function dataOf(bench: Workbench, code: CodeMail, about: RespondentCodeMail['about']): Promise<MailData> {
  const { locale: language, digits, expiresAt, address } = code;
  if (digits === null) {
    const banks = await banksBehindProviders(address, bench.outside.clock.now());
    return {
      kind: 'sign_in_by_provider',
      language,
      banks: banks.map(({ code: bankCode, ...bank }) => ({
        ...bank,
        link: `${bench.baseUrl}/sign-in?bank=${bankCode}`,
      })),
    };
  }
  const common = { language, code: digits, expiresAt };
  return code.audience === 'bank' ? { kind: 'sign_in_code', ...common } : { kind: 'respondent_code', ...common, about };
}

function aboutOf(
  { outside }: Workbench,
  { tenantId, invitationId }: NonNullable<CodeMail['invitation']>,
): Promise<NonNullable<RespondentCodeMail['about']>> {
  return describeInvitation(outside, mintSystemScope(tenantId), { invitationId });
}
