/** The steps of a preparation in their order; the address names them. */
export const STEPS = ['basics', 'items', 'services', 'dates', 'texts', 'plan'] as const;
export type Step = (typeof STEPS)[number];

export function readStep(given: unknown): Step {
  return STEPS.find((step) => step === given) ?? 'plan';
}

export function hrefOfStep(campaignId: string, step: Step): string {
  const base = `/campaigns/${campaignId}/launch`;
  return step === 'plan' ? base : `${base}?step=${step}`;
}
