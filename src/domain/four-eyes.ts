/** 起案した人は承認できません: compares persons, not roles or memberships. */
export function mayApprove(proposedBy: { userId: string }, approver: { userId: string }): boolean {
  return proposedBy.userId !== approver.userId;
}
