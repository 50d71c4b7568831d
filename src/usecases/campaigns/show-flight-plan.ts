import { z } from 'zod';
import { planFlight } from '@/domain/flight-plan';
import { query } from '../query';
import { flightTargets } from './flight-targets';
import { requireCampaign } from './require-campaign';

const problemSchema = z.strictObject({
  serviceId: z.uuid(),
  vendorId: z.uuid(),
  vendorName: z.string(),
  kind: z.enum(['no-contact', 'single-contact']),
});

/** Who will get which mail when, were the campaign launched now, and what blocks the launch. */
export const showFlightPlan = query({
  audience: 'bank',
  action: 'campaigns.flightPlan',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({
    campaignId: z.uuid(),
    name: z.string(),
    state: z.string(),
    fiscalYear: z.int(),
    referenceDate: z.string(),
    editionTitle: z.string(),
    dueDate: z.string(),
    closingTime: z.string(),
    now: z.date(),
    legs: z.array(
      z.strictObject({
        kind: z.enum(['invitation', 'reminder', 'overdue']),
        ordinal: z.int(),
        sendAt: z.date(),
        certain: z.boolean(),
      }),
    ),
    targets: z.array(
      z.strictObject({
        serviceId: z.uuid(),
        vendorName: z.string(),
        serviceName: z.string(),
        recipients: z.array(z.string()),
      }),
    ),
    blocking: z.array(problemSchema),
    warnings: z.array(problemSchema),
  }),
  async run({ tx, now }, { campaignId }) {
    const row = await requireCampaign(tx, campaignId);
    const targets = await flightTargets(tx, campaignId);
    const vendorOf = new Map(targets.map((target) => [target.serviceId, target.vendorId]));
    const plan = planFlight({ ...row, targets }, now);
    const named = plan.blocking.map((problem) => ({ ...problem, vendorId: vendorOf.get(problem.serviceId) ?? '' }));
    const warned = plan.warnings.map((problem) => ({ ...problem, vendorId: vendorOf.get(problem.serviceId) ?? '' }));
    const { name, state, fiscalYear, referenceDate, editionTitle, dueDate, closingTime } = row;
    return {
      campaignId,
      name,
      state,
      fiscalYear,
      referenceDate,
      editionTitle,
      dueDate,
      closingTime,
      now,
      legs: plan.legs,
      targets: plan.targets,
      blocking: named,
      warnings: warned,
    };
  },
});
