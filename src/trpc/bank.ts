import { listBankAnswers } from '@/usecases/bank-answers/list-bank-answers';
import { changeCampaignState } from '@/usecases/campaigns/change-campaign-state';
import { createCampaign } from '@/usecases/campaigns/create-campaign';
import { launchCampaign } from '@/usecases/campaigns/launch-campaign';
import { listCampaigns } from '@/usecases/campaigns/list-campaigns';
import { prepareCampaign } from '@/usecases/campaigns/prepare-campaign';
import { showCampaign } from '@/usecases/campaigns/show-campaign';
import { showFlightPlan } from '@/usecases/campaigns/show-flight-plan';
import { listGaps } from '@/usecases/gaps/list-gaps';
import { openReview } from '@/usecases/reviews/open-review';
import { showReview } from '@/usecases/reviews/show-review';
import { saveContact } from '@/usecases/vendors/save-contact';
import { bankMutation, bankQuery, router } from './init';

export const bankRouter = router({
  campaigns: router({
    list: bankQuery(listCampaigns),
    prepare: bankQuery(prepareCampaign),
    create: bankMutation(createCampaign),
    flightPlan: bankQuery(showFlightPlan),
    launch: bankMutation(launchCampaign),
    show: bankQuery(showCampaign),
    changeState: bankMutation(changeCampaignState),
  }),
  vendors: router({ saveContact: bankMutation(saveContact) }),
  bankAnswers: router({
    list: bankQuery(listBankAnswers),
  }),
  reviews: router({
    show: bankQuery(showReview),
    open: bankMutation(openReview),
  }),
  gaps: router({ list: bankQuery(listGaps) }),
});
