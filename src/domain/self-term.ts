/** How a financial institution calls itself in Japanese: a bank, a credit union, a company. */
export const SELF_TERMS = ['当行', '当金庫', '当社'] as const;
