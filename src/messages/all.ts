import enAuditor from './en/auditor.json' with { type: 'json' };
import enBank from './en/bank.json' with { type: 'json' };
import enChecklists from './en/checklists.json' with { type: 'json' };
import enEntry from './en/entry.json' with { type: 'json' };
import enHome from './en/home.json' with { type: 'json' };
import enMails from './en/mails.json' with { type: 'json' };
import enPeople from './en/people.json' with { type: 'json' };
import enRefusals from './en/refusals.json' with { type: 'json' };
import enRespondent from './en/respondent.json' with { type: 'json' };
import enStates from './en/states.json' with { type: 'json' };
import enUi from './en/ui.json' with { type: 'json' };
import enVendors from './en/vendors.json' with { type: 'json' };
import jaAuditor from './ja/auditor.json' with { type: 'json' };
import jaBank from './ja/bank.json' with { type: 'json' };
import jaChecklists from './ja/checklists.json' with { type: 'json' };
import jaEntry from './ja/entry.json' with { type: 'json' };
import jaHome from './ja/home.json' with { type: 'json' };
import jaMails from './ja/mails.json' with { type: 'json' };
import jaPeople from './ja/people.json' with { type: 'json' };
import jaRefusals from './ja/refusals.json' with { type: 'json' };
import jaRespondent from './ja/respondent.json' with { type: 'json' };
import jaStates from './ja/states.json' with { type: 'json' };
import jaUi from './ja/ui.json' with { type: 'json' };
import jaVendors from './ja/vendors.json' with { type: 'json' };

/** Every sentence that a person reads, by language and namespace. */
export const MESSAGES = {
  ja: {
    ui: jaUi,
    states: jaStates,
    entry: jaEntry,
    bank: jaBank,
    vendors: jaVendors,
    people: jaPeople,
    home: jaHome,
    checklists: jaChecklists,
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
    vendors: enVendors,
    people: enPeople,
    home: enHome,
    checklists: enChecklists,
    respondent: enRespondent,
    auditor: enAuditor,
    mails: enMails,
    refusals: enRefusals,
  },
} as const;
