import { movedClock } from '@/adapters/clock';
import { linkHash } from '@/auth/secrets';
import { addDays } from '@/domain/business-day';
import { bankDateOf, instantAt } from '@/domain/deadline';
import { env } from '@/env';
import type { Outside } from '@/usecases/command';
import { DEMO_BANKS } from './banks';
import { foundDemoBank } from './found-demo-bank';

/** Who may sign in to the demo; codes arrive in the local mailbox. */
export const DEMO_SIGN_INS = DEMO_BANKS.flatMap((bank) =>
  bank.members.map(({ name, address, roles }) => ({
    bank: bank.profile.name,
    name,
    role: roles.join(', '),
    address,
  })),
);

/**
 * Makes the demo through the use cases with a moved clock, so that its audit chain verifies. Needs an empty, migrated
 * database and DATABASE_OWNER_URL.
 */
export async function seedDemo({ say }: { say: (line: string) => void }): Promise<void> {
  const ownerUrl = env().DATABASE_OWNER_URL;
  if (!ownerUrl) throw new Error('DATABASE_OWNER_URL is needed to make the demo');
  const today = new Date();
  const clock = movedClock(instantAt(addDays(bankDateOf(today), -420), '10:00'));
  const outside: Outside & { clock: ReturnType<typeof movedClock> } = { clock, linkHash, wake: async () => undefined };
  for (const bank of DEMO_BANKS) {
    await foundDemoBank(ownerUrl, outside, bank, today);
    say(`  ${bank.profile.name}`);
  }
}
