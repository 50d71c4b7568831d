/** 準備中 → 起動中 → 実施中 ⇄ 一時停止 → 終了 (re-opened with a reason). */
export const CAMPAIGN_STATES = ['draft', 'launching', 'running', 'paused', 'closed'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];
