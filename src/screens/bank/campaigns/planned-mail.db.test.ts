import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessment } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import { mailTranslator } from '@/mails/mail-translator';
import { renderMail } from '@/mails/render-mail';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { createCampaign } from '@/usecases/campaigns/create-campaign';
import { launchCampaign } from '@/usecases/campaigns/launch-campaign';
import { launchTarget } from '@/usecases/campaigns/launch-target';
import { showDraft } from '@/usecases/campaigns/show-draft';
import { showFlightPlan } from '@/usecases/campaigns/show-flight-plan';
import { updateCampaign } from '@/usecases/campaigns/update-campaign';
import { composeMail } from '@/usecases/mails/compose-mail';
import { approvedYear } from '@/usecases/testing/approved-year';
import { foundTestBank, type TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import { plannedMail } from './planned-mail';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'planned', vendors: 2 });
});
afterAll(() => database.drop());

/** The invitation of one service as the worker will send it, with the sample's words where its link stands. */
async function sentTo(campaignId: string, serviceId: string) {
  const [row] = await bank.system.transaction((tx) =>
    tx
      .select({ mailId: mail.id })
      .from(mail)
      .innerJoin(assessment, eq(assessment.id, mail.assessmentId))
      .where(and(eq(assessment.campaignId, campaignId), eq(assessment.serviceId, serviceId))),
  );
  const { content, to } = await composeMail(outside, bank.system, { mailId: row?.mailId ?? '' });
  if (content.kind !== 'invitation') throw new Error('no invitation was planned');
  return { to, content, ...renderMail({ ...content, link: mailTranslator(content.language)('sample.link') }) };
}

describe('a mail in the flight plan', () => {
  it('reads as it is sent: the bank’s own words, the recipient, and last year’s answers where there are any', async () => {
    await approvedYear(bank, outside);
    const { operator, viewer } = bank.members;
    const { campaignId } = await createCampaign(outside, operator, {
      name: '2027年度 API接続先 定期点検',
      fiscalYear: 2027,
      referenceDate: '2027-11-30',
      editionId: bank.editionId,
      serviceIds: bank.serviceIds,
      dueDate: '2027-12-24',
      reminderDays: [10],
      overdueDays: [],
    });
    const usual = await showFlightPlan(outside, viewer, { campaignId });
    expect(usual.letter.carriedOver).toEqual([bank.serviceIds[0]]);
    const { version } = await showDraft(outside, operator, { campaignId });
    await updateCampaign(outside, operator, {
      campaignId,
      version,
      changes: { invitationTexts: { ja: '{vendor}様へ、{dueDate}までにお願いします。', en: '' } },
    });
    const worded = await showFlightPlan(outside, viewer, { campaignId });
    const previews = [usual, worded].map((plan) =>
      bank.serviceIds.map((serviceId) => {
        const target = plan.targets.find((each) => each.serviceId === serviceId);
        const [wave] = plan.waves;
        const leg = wave?.legs[0];
        return target && wave && leg ? { target, mail: plannedMail(plan, target, wave, leg) } : null;
      }),
    );
    expect(previews[0]?.map((each) => each?.mail?.text.includes('前回のご回答'))).toEqual([true, false]);
    await launchCampaign(outside, operator, { campaignId });
    await launchTarget(outside, bank.system, { campaignId });
    for (const [at, serviceId] of bank.serviceIds.entries()) {
      const sent = await sentTo(campaignId, serviceId);
      const preview = previews[1]?.[at];
      expect(preview?.mail).toMatchObject({ subject: sent.subject, text: sent.text });
      expect(preview?.mail?.text).toMatch(/様へ、2027年12月24日\(金\) 17:00までにお願いします。/);
      expect(preview?.target.recipient).toMatchObject(sent.to);
      expect(sent.content.carriedOver).toBe(at === 0);
    }
  });
});
