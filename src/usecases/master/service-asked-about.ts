import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { assessment } from '@/db/schema/campaign';
import { Refusal } from '@/domain/refusal';
import { query } from '../query';

/** The bank's service that an assessment asks about, as a link of the answer master names it. */
export const serviceAskedAbout = query({
  audience: 'respondent',
  action: 'master.link',
  input: z.strictObject({ assessmentId: z.uuid() }),
  output: z.strictObject({ tenantId: z.uuid(), serviceId: z.uuid() }),
  async run({ tx, scope }, { assessmentId }) {
    const [found] = await tx
      .select({ serviceId: assessment.serviceId })
      .from(assessment)
      .where(eq(assessment.id, assessmentId));
    if (!found) throw new Refusal('not-found', {});
    return { tenantId: scope.tenantId, serviceId: found.serviceId };
  },
});
