/** Longest reply to what the bank said with a return, in code points. */
export const MAX_REPLY_LENGTH = 4000;
