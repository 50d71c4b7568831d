import enAuditor from './en/auditor.json';
import enBank from './en/bank.json';
import enEntry from './en/entry.json';
import enMails from './en/mails.json';
import enRefusals from './en/refusals.json';
import enRespondent from './en/respondent.json';
import enStates from './en/states.json';
import enUi from './en/ui.json';
import jaAuditor from './ja/auditor.json';
import jaBank from './ja/bank.json';
import jaEntry from './ja/entry.json';
import jaMails from './ja/mails.json';
import jaRefusals from './ja/refusals.json';
import jaRespondent from './ja/respondent.json';
import jaStates from './ja/states.json';
import jaUi from './ja/ui.json';

/** Every sentence that a person reads, by language and namespace. */
export const MESSAGES = {
  ja: {
    ui: jaUi,
    states: jaStates,
    entry: jaEntry,
    bank: jaBank,
    respondent: jaRespondent,
    auditor: jaAuditor,
    mails: jaMails,
    refusals: jaRefusals,
  },
  en: {
    ui: enUi,
    states: enStates,
    entry: enEntry,
    bank: enBank,
    respondent: enRespondent,
    auditor: enAuditor,
    mails: enMails,
    refusals: enRefusals,
  },
} as const;
