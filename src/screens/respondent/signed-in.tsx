'use client';

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react';
import { isSignedOut } from '@/trpc/client/refusal';
import { type Attempt, PendingCalls } from './pending-calls';
import { SignInAgain } from './sign-in-again';

interface Calls {
  attempt: Attempt;
  /** The code is being asked for: a window that waits for its call steps aside meanwhile. */
  isAsking: boolean;
}

const CallsContext = createContext<Calls>({ attempt: (call) => call(), isAsking: false });

/** How a component sends what somebody typed. */
export const useCalls = () => useContext(CallsContext);

/** One question for the code over a whole page, whatever met the end of the session: what is below, or `needed` by the page. */
export function SignedIn(props: {
  me: { name: string; department: string };
  needed?: boolean;
  onSignedIn?: () => void;
  children: ReactNode;
}) {
  const [calls] = useState(() => new PendingCalls(isSignedOut));
  const waits = useSyncExternalStore(calls.subscribe, calls.waits, calls.waits);
  const isAsking = waits || props.needed === true;
  return (
    <CallsContext value={{ attempt: calls.attempt, isAsking }}>
      {props.children}
      <SignInAgain
        open={isAsking}
        me={props.me}
        onSignedIn={() => {
          calls.goOn();
          props.onSignedIn?.();
        }}
      />
    </CallsContext>
  );
}
