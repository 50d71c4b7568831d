/** What the person who submits states, each on its own: the facts are as of 基準日, the promises have an owner, they may speak for the company. */
export const CONFIRMATIONS = ['facts', 'plans', 'authority'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];
