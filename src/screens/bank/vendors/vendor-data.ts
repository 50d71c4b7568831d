import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

type Vendors = inferRouterOutputs<AppRouter>['bank']['vendors'];

export type VendorPage = Vendors['list'];
export type VendorLine = VendorPage['lines'][number];
export type VendorView = Vendors['show'];
/** A row of the list of gaps. */
export type VendorGap = inferRouterOutputs<AppRouter>['bank']['gaps']['list']['gaps'][number];
export type VendorFacts = VendorView['facts'];
export type VendorService = VendorView['services'][number];
export type VendorContact = VendorView['contacts'][number];
export type ChainLink = VendorView['chain'][number];
export type VendorDocument = VendorView['documents'][number];

/** Who changes the register: as the role table has it for `vendors.save`. */
export const mayEditVendors = (roles: readonly string[]) =>
  roles.includes('administrator') || roles.includes('operator');
