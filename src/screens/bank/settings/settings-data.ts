import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

export type SettingsView = inferRouterOutputs<AppRouter>['bank']['settings']['show'];
export type IdentityView = inferRouterOutputs<AppRouter>['bank']['identityProvider']['show'];
export type Settings = SettingsView['settings'];
