/** Every refusal that a person can meet; its sentence is in the messages under the same name. */
export const REFUSALS = {
  'not-found': 'missing',
  'not-permitted': 'forbidden',
  'signed-out': 'signed-out',
  'session-idle': 'signed-out',
  'auditor-expired': 'signed-out',
  'tenant-suspended': 'signed-out',
  'sso-required': 'signed-out',
  'vouched-elsewhere': 'signed-out',
  'sso-unavailable': 'invalid',
  'sso-failed': 'invalid',
  'issuer-unfit': 'invalid',
  'provider-secret-missing': 'invalid',
  'sso-untried': 'conflict',
  'lead-only': 'forbidden',
  'delegation-own-address': 'invalid',
  'delegation-too-many': 'conflict',
  'item-not-returned': 'conflict',
  'prior-answer-missing': 'conflict',
  'prior-answer-singly': 'conflict',
  'prior-answer-due': 'conflict',
  'not-introduced': 'invalid',
  'link-unusable': 'missing',
  'bank-resting': 'missing',
  'code-wrong': 'invalid',
  'code-expired': 'invalid',
  'code-used-up': 'invalid',
  'too-many-codes': 'too-many',
  'too-many-tries': 'too-many',
  'stale-save': 'conflict',
  'stale-record': 'conflict',
  'not-allowed-in-state': 'conflict',
  'campaign-paused': 'conflict',
  'campaign-closed': 'conflict',
  'assessment-submitted': 'conflict',
  'assessment-withdrawn': 'conflict',
  'assessment-declined': 'conflict',
  'assessment-closed': 'conflict',
  'already-launched': 'conflict',
  'already-opened': 'conflict',
  'due-date-past': 'invalid',
  'no-services': 'invalid',
  'no-contact': 'invalid',
  'no-items': 'invalid',
  'edition-unpublished': 'invalid',
  'send-date-past': 'invalid',
  'due-before-send': 'invalid',
  'contact-bounced': 'invalid',
  'service-archived': 'invalid',
  'too-many-waves': 'invalid',
  'four-eyes': 'forbidden',
  'verdicts-incomplete': 'invalid',
  'comments-missing': 'invalid',
  'items-unopened': 'invalid',
  'open-singly': 'invalid',
  'already-decided': 'conflict',
  'grade-unknown': 'invalid',
  'next-date-past': 'invalid',
  'no-comment-here': 'invalid',
  'bank-items-unapproved': 'invalid',
  'bank-answers-incomplete': 'invalid',
  'answers-incomplete': 'invalid',
  'item-not-answered-here': 'invalid',
  'nothing-to-propose': 'invalid',
  'reason-missing': 'invalid',
  'mail-text-placeholder': 'invalid',
  'grades-alike': 'invalid',
  'logo-unfit': 'invalid',
  'last-administrator': 'conflict',
  'member-exists': 'conflict',
  'auditor-date': 'invalid',
  'auditor-campaigns': 'invalid',
  'only-auditors-are-named': 'invalid',
  'address-invalid': 'invalid',
  'text-too-long': 'invalid',
  'text-control-character': 'invalid',
  'text-lone-surrogate': 'invalid',
  'input-invalid': 'invalid',
  'upload-missing': 'invalid',
  'upload-too-large': 'invalid',
  'document-kind-refused': 'invalid',
  'corporate-number-invalid': 'invalid',
  'corporate-number-taken': 'conflict',
  'vendor-in-campaign': 'conflict',
  'primary-needed': 'conflict',
  'contact-address-taken': 'conflict',
  'chain-cycle': 'invalid',
  'export-not-ready': 'conflict',
  'export-failed': 'conflict',
  'batch-too-large': 'too-many',
  'file-empty': 'invalid',
  'file-too-large': 'invalid',
  'file-kind-unknown': 'invalid',
  'file-old-excel': 'invalid',
  'file-encrypted': 'invalid',
  'file-broken': 'invalid',
  'file-inflates': 'invalid',
  'file-macro': 'invalid',
  'file-linked': 'invalid',
  'file-formula': 'invalid',
  'file-sheet-missing': 'invalid',
  'file-too-many-rows': 'invalid',
  'file-too-many-columns': 'invalid',
  'file-cell-too-large': 'invalid',
  'file-encoding': 'invalid',
  'file-quotes': 'invalid',
  'file-time-out': 'invalid',
  'import-heads-missing': 'invalid',
  'import-kind-unknown': 'invalid',
  'import-changed': 'conflict',
  'import-faulty-rows': 'invalid',
  'import-nothing-new': 'invalid',
  'import-work-failed': 'invalid',
  'edition-published': 'conflict',
  'edition-unfit': 'invalid',
  'mapping-taken': 'conflict',
  'origin-refused': 'forbidden',
} as const;

export type RefusalCode = keyof typeof REFUSALS;
export type RefusalKind = (typeof REFUSALS)[RefusalCode];
export type RefusalParams = Record<string, unknown>;

/** A refusal on its way to the border: a code that the reader's language has a sentence for, and what it names. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly params: RefusalParams;

  constructor(code: RefusalCode, params: RefusalParams = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
  }

  get kind(): RefusalKind {
    return REFUSALS[this.code];
  }
}

export function isRefusalCode(text: string): text is RefusalCode {
  return Object.hasOwn(REFUSALS, text);
}
