import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { systemClock } from '@/adapters/clock';
import { identityTransaction } from '@/auth/doors';
import { introduce, requireRespondentSession, startRespondentSession } from '@/auth/respondent-session';
import { foundTestBank, launchTestCampaign, testOutside, vendorItems } from '@/usecases/testing/bank-fixture';
import { asHost } from '../audit/host';
import { chainReport } from '../audit/read-chain';
import { clientOf, edit } from './editor';
import { problemsOfSaves } from './saves-problems';
import { seeded } from './seeded';
import { webServer } from './web-server';

interface SavesTorture {
  saves: number;
  editors: number;
  kills: number;
  seed: number;
  /** Gives up, and reports so, after this time. */
  withinMs: number;
}

interface SavesReport {
  name: 'saves';
  seed: number;
  editors: number;
  acknowledged: number;
  conflicts: number;
  unanswered: number;
  /** After how many acknowledged saves each kill -9 of the web process fell. */
  kills: number[];
  seconds: number;
  /** What doesn't hold; empty when all does. */
  problems: string[];
}

/** This share of the saves goes to the few items that everybody edits. */
const HOT_SHARE = 0.2;
const HOT_ITEMS = 3;

/**
 * Many people, each signed in for themselves, save to one assessment at once over HTTP while the built web server is
 * killed with -9 at seeded moments and started again. The process's environment must name the database.
 */
export async function tortureSaves(
  urls: { ownerUrl: string; superUrl: string; webPort: number },
  plan: SavesTorture,
): Promise<SavesReport> {
  const outside = { ...testOutside(), clock: systemClock };
  const now = systemClock.now();
  const slug = `saves${plan.seed}`;
  const bank = await foundTestBank(urls, { slug, vendors: 1, now });
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2100-03-31' });
  const assessmentId = assessmentIds[0] ?? '';
  const itemIds = (await vendorItems(bank, campaignId)).map(({ id }) => id);
  const origin = `http://localhost:${urls.webPort}`;
  const random = seeded(plan.seed);
  const moments = Array.from({ length: plan.kills }, () => Math.floor(random() * plan.saves * 0.95)).toSorted(
    (a, b) => a - b,
  );
  const began = Date.now();
  const sql = postgres(urls.superUrl, { max: 1, onnotice: () => undefined });
  const web = webServer(urls.webPort);
  try {
    await web.start();
    let acknowledged = 0;
    let over = false;
    const kills: number[] = [];
    const killing = (async () => {
      for (const moment of moments) {
        while (acknowledged < moment && !over) await pause(1);
        if (over) return;
        await web.kill();
        kills.push(acknowledged);
        await web.start();
      }
    })();
    const editing = Promise.all(
      Array.from({ length: plan.editors }, async (_, at) => {
        const name = `編集者${at + 1}`;
        const chance = seeded(plan.seed * 1000 + at);
        const pool = () => (chance() < HOT_SHARE ? itemIds.slice(0, HOT_ITEMS) : itemIds);
        return edit(clientOf(origin, await signIn(`contact1@${slug}-vendor.example`, name, now)), {
          name,
          assessmentId,
          count: Math.ceil(plan.saves / plan.editors),
          pick: () => {
            const among = pool();
            return among[Math.floor(chance() * among.length)] ?? '';
          },
          ended: () => Date.now() > began + plan.withinMs,
          saved: () => {
            acknowledged += 1;
          },
        });
      }),
    );
    const records = await editing.finally(() => {
      over = true;
    });
    await killing;
    const seconds = Math.round((Date.now() - began) / 100) / 10;
    const problems = await problemsOfSaves(sql, { assessmentId, records });
    const chain = await asHost(urls.ownerUrl, bank.tenantId, (tx) => chainReport(tx, bank.tenantId));
    const conflicts = records.reduce((sum, { shown }) => sum + shown.length, 0);
    return {
      name: 'saves',
      seed: plan.seed,
      editors: plan.editors,
      acknowledged,
      conflicts,
      unanswered: records.flatMap(({ sent }) => sent).reduce((sum, each) => sum + each.unanswered, 0),
      kills,
      seconds,
      problems: [
        ...problems,
        ...(kills.length === plan.kills ? [] : [`the web server was killed ${kills.length} times, not ${plan.kills}`]),
        ...(acknowledged >= plan.saves ? [] : [`${acknowledged} of ${plan.saves} saves were acknowledged in time`]),
        ...(conflicts > 0 ? [] : ['nobody met anybody: the torture tortured nothing']),
        ...(chain.ok ? [] : ['the audit chain does not verify']),
      ],
    };
  } finally {
    await web.kill();
    await sql.end();
  }
}

/** Everybody by the same address, as a shared mailbox is used, each under a name of their own. */
async function signIn(address: string, name: string, now: Date): Promise<string> {
  return identityTransaction(async (tx) => {
    const { token } = await startRespondentSession(tx, address, now);
    await introduce(tx, await requireRespondentSession(tx, token, now), { name, department: '開発部' });
    return token;
  });
}
