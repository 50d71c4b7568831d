import type { ReactNode } from 'react';
import { ProcedureProvider } from '@/trpc/client/provider';

/** Each screen draws its own bar: the bank's name, which leads it, comes with the screen's data. */
export default function RespondLayout({ children }: { children: ReactNode }) {
  return <ProcedureProvider>{children}</ProcedureProvider>;
}
