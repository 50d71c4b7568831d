import { z } from 'zod';
import { foundOrganisation, organisationScopeOf } from '@/auth/organisations';
import { Refusal } from '@/domain/refusal';
import { endMembership } from '@/usecases/master/end-membership';
import { fillFromMaster } from '@/usecases/master/fill-from-master';
import { forgetAnswer } from '@/usecases/master/forget-answer';
import { inviteToOrganisation } from '@/usecases/master/invite-to-organisation';
import { chosenServiceSchema, keepChoiceSchema, keepInMaster } from '@/usecases/master/keep-in-master';
import { linkService } from '@/usecases/master/link-service';
import { lookAtMaster } from '@/usecases/master/look-at-master';
import { offerAnswers } from '@/usecases/master/offer-answers';
import { organisationNameSchema, renameOrganisation } from '@/usecases/master/rename-organisation';
import { revokeInvitation } from '@/usecases/master/revoke-invitation';
import { serviceAskedAbout } from '@/usecases/master/service-asked-about';
import { showOrganisation } from '@/usecases/master/show-organisation';
import { parseInput } from '@/usecases/parse-input';
import { organisationMutation, organisationQuery, respondentQuery, respondentSteps, router } from './init';

const keepInput = offerAnswers.input.extend({
  service: chosenServiceSchema,
  /** What a new organisation calls itself; needed where the person belongs to none. */
  organisationName: organisationNameSchema.optional(),
  choice: keepChoiceSchema,
});

/** Reads the answers under the assessment's scope, writes them under the organisation's; a lead's first save founds it. */
const keep = respondentSteps(offerAnswers.action, keepInput, async (ctx, scope, raw) => {
  const { service, organisationName, choice, ...which } = parseInput(keepInput, raw);
  const now = ctx.outside.clock.now();
  const master = await ctx.outside.accounts.masterOf(scope.actor.id);
  if ('masterServiceId' in service && !master?.services.some(({ id }) => id === service.masterServiceId))
    throw new Refusal('not-found', {});
  const offered = await offerAnswers(ctx.outside, scope, which);
  const found = async () => {
    if (!scope.isLead) throw new Refusal('lead-only', {});
    if (organisationName === undefined) throw new Refusal('organisation-unnamed', {});
    return foundOrganisation(ctx.cookies.respondent, organisationName, now);
  };
  const organisation = (await organisationScopeOf(ctx.cookies.respondent, now)) ?? (await found());
  return keepInMaster(ctx.outside, organisation, { service, offered, choice });
});

/** Fills the items in, and remembers for the organisation which of its services this bank's is. */
const fill = respondentSteps(fillFromMaster.action, fillFromMaster.input, async (ctx, scope, raw) => {
  const { serviceId, ...filled } = await fillFromMaster(ctx.outside, scope, raw);
  const organisation = await organisationScopeOf(ctx.cookies.respondent, ctx.outside.clock.now());
  if (organisation) {
    const { tenantId } = scope;
    await linkService(ctx.outside, organisation, { tenantId, serviceId, masterServiceId: raw.masterServiceId });
  }
  return filled;
});

const linkInput = serviceAskedAbout.input.extend({ masterServiceId: z.uuid() });

/** A member says which of the organisation's services this bank's is. */
const link = respondentSteps(serviceAskedAbout.action, linkInput, async (ctx, scope, raw) => {
  const { masterServiceId, ...which } = parseInput(linkInput, raw);
  const organisation = await organisationScopeOf(ctx.cookies.respondent, ctx.outside.clock.now());
  if (!organisation) throw new Refusal('not-found', {});
  const place = await serviceAskedAbout(ctx.outside, scope, which);
  return linkService(ctx.outside, organisation, { ...place, masterServiceId });
});

/** 回答マスタ, as one assessment's respondent meets it. */
export const masterRouter = router({ look: respondentQuery(lookAtMaster), fill, keep, link });

/** The respondent organisation itself, for its members; no bank's scope reaches it. */
export const organisationRouter = router({
  show: organisationQuery(showOrganisation),
  rename: organisationMutation(renameOrganisation),
  invite: organisationMutation(inviteToOrganisation),
  revoke: organisationMutation(revokeInvitation),
  endMembership: organisationMutation(endMembership),
  forget: organisationMutation(forgetAnswer),
});
