import { z } from 'zod';

/** 管理者 · 担当 · 審査 · 承認 · 閲覧 · 監査. A member holds a set; auditor excludes the others. */
export const ROLES = ['administrator', 'operator', 'reviewer', 'approver', 'viewer', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export const rolesSchema = z
  .array(z.enum(ROLES))
  .min(1)
  .refine((roles) => !roles.includes('auditor') || roles.length === 1, { error: 'auditor-excludes' });

const READERS = ['administrator', 'operator', 'reviewer', 'approver', 'viewer'] as const;

/**
 * Who may do what: the whole table. Every procedure, file route and job step has a row here, and a test fails on one
 * without. Respondents and the worker hold no roles: their scope is their permission.
 */
export const ROLE_TABLE = {
  entry: {
    'entry.requestSignInCode': [],
    'entry.signIn': [],
    'entry.beginSingleSignOn': [],
    'entry.endSingleSignOn': [],
    'entry.chooseBank': [],
    'entry.signOut': [],
    'entry.whoAmI': [],
    'entry.describeInvitation': [],
    'entry.requestRespondentCode': [],
    'entry.respondentSignIn': [],
    'entry.introduce': [],
    'entry.myAssessments': [],
    'entry.respondentSignOut': [],
  },
  bank: {
    'home.today': READERS,
    'campaigns.list': READERS,
    'campaigns.prepare': ['operator'],
    'campaigns.create': ['operator'],
    'campaigns.showDraft': READERS,
    'campaigns.listServices': READERS,
    'campaigns.update': ['operator'],
    'campaigns.chooseServices': ['operator'],
    'campaigns.discard': ['operator'],
    'campaigns.clone': ['operator'],
    'campaigns.addTargets': ['operator'],
    'campaigns.flightPlan': READERS,
    'campaigns.launch': ['operator'],
    'campaigns.show': READERS,
    'campaigns.changeState': ['operator', 'approver'],
    'vendors.list': READERS,
    'vendors.show': READERS,
    'vendors.save': ['administrator', 'operator'],
    'vendors.archive': ['administrator', 'operator'],
    'vendors.restore': ['administrator', 'operator'],
    'vendors.saveContact': ['administrator', 'operator'],
    'vendors.removeContact': ['administrator', 'operator'],
    'vendors.makePrimary': ['administrator', 'operator'],
    'vendors.saveService': ['administrator', 'operator'],
    'vendors.archiveService': ['administrator', 'operator'],
    'vendors.saveChainLink': ['administrator', 'operator'],
    'vendors.endChainLink': ['administrator', 'operator'],
    'vendors.addDocument': ['administrator', 'operator'],
    'vendors.archiveDocument': ['administrator', 'operator'],
    'vendors.downloadDocument': READERS,
    'assessments.list': READERS,
    'assessments.listMatching': READERS,
    'assessments.withdraw': ['operator'],
    'assessments.extend': ['operator'],
    'assessments.extendMany': ['operator'],
    'assessments.withdrawMany': ['operator'],
    'assessments.assign': ['operator'],
    'assessments.remindNow': ['operator'],
    'invitations.reissue': ['operator'],
    'checklists.list': READERS,
    'checklists.show': READERS,
    'checklists.compare': READERS,
    'checklists.start': ['administrator', 'operator'],
    'checklists.copy': ['administrator', 'operator'],
    'checklists.save': ['administrator', 'operator'],
    'checklists.discard': ['administrator', 'operator'],
    'checklists.publish': ['administrator', 'approver'],
    'checklists.requestExport': ['operator', 'reviewer', 'approver'],
    'checklists.listExports': READERS,
    'checklists.showImport': READERS,
    'checklists.adoptImport': ['administrator', 'operator'],
    'checklists.saveMapping': ['administrator', 'operator'],
    'checklists.removeMapping': ['administrator', 'operator'],
    'bankAnswers.list': READERS,
    'bankAnswers.save': ['operator', 'reviewer'],
    'bankAnswers.propose': ['operator', 'reviewer'],
    'bankAnswers.approve': ['approver'],
    'reviews.open': ['reviewer'],
    'reviews.show': READERS,
    'reviews.read': ['reviewer', 'approver'],
    'reviews.judge': ['reviewer'],
    'reviews.acceptTogether': ['reviewer'],
    'reviews.comment': ['reviewer'],
    'reviews.note': ['reviewer', 'approver'],
    'reviews.return': ['reviewer'],
    'reviews.propose': ['reviewer'],
    'reviews.decide': ['approver'],
    'reviews.reopen': ['approver'],
    'settings.show': READERS,
    'settings.save': ['administrator'],
    'settings.saveLogo': ['administrator'],
    'identityProvider.show': ['administrator'],
    'identityProvider.save': ['administrator'],
    'members.list': READERS,
    'members.invite': ['administrator'],
    'members.change': ['administrator'],
    'members.disable': ['administrator'],
    'gaps.list': READERS,
    'exports.request': ['operator', 'reviewer', 'approver'],
    'exports.list': READERS,
    'exports.download': ['operator', 'reviewer', 'approver'],
    'exports.requestVendors': ['operator', 'reviewer', 'approver'],
    'exports.listVendors': READERS,
    'imports.upload': ['administrator', 'operator'],
    'imports.list': READERS,
    'imports.show': READERS,
    'imports.confirm': ['administrator', 'operator'],
    'imports.discard': ['administrator', 'operator'],
  },
  respondent: {
    'workspace.open': [],
    'answers.save': [],
    'answers.history': [],
    'answers.takeOver': [],
    'delegations.give': [],
    'delegations.end': [],
    'delegations.list': [],
    'answers.reply': [],
    'submission.submit': [],
    'submission.takeBack': [],
  },
  auditor: {
    'audit.campaigns': ['auditor'],
    'audit.campaign': ['auditor'],
    'audit.requestExport': ['auditor'],
    'audit.exports': ['auditor'],
    'audit.download': ['auditor'],
  },
  system: {
    'system.founding': [],
    'system.previewEdition': [],
    'system.readEdition': [],
    'system.launchTarget': [],
    'system.finishLaunch': [],
    'system.keepPriorAnswers': [],
    'system.planNotices': [],
    'system.planRoundMails': [],
    'system.planDelegationMails': [],
    'system.claimMail': [],
    'system.settleMail': [],
    'system.composeMail': [],
    'system.planExport': [],
    'system.readExport': [],
    'system.keepExport': [],
    'system.describeExport': [],
    'system.failExport': [],
    'system.readVendorTable': [],
    'system.readCampaignTable': [],
    'system.readImport': [],
    'system.previewImport': [],
    'system.applyImport': [],
    'system.failImport': [],
  },
} as const satisfies Record<string, Record<string, readonly Role[]>>;

export type Audience = keyof typeof ROLE_TABLE;
export type Action<A extends Audience> = keyof (typeof ROLE_TABLE)[A] & string;

/** True when the audience's row lists one of the roles; without roles in the row, the scope alone decides. */
export function mayDo(audience: Audience, roles: readonly Role[], action: string): boolean {
  const row = (ROLE_TABLE[audience] as Record<string, readonly Role[] | undefined>)[action];
  if (row === undefined) return false;
  if (audience === 'bank' || audience === 'auditor') return row.some((role) => roles.includes(role));
  return true;
}
