/** What orders the register: the reading, the name as written, or how the last assessment ended. */
export const VENDOR_SORTS = ['kana', 'name', 'result'] as const;
export type VendorSort = (typeof VENDOR_SORTS)[number];

/** Which vendors of the register are shown: those of today, those put away, or both. */
export const VENDOR_STANDINGS = ['active', 'archived', 'all'] as const;
export type VendorStanding = (typeof VENDOR_STANDINGS)[number];
