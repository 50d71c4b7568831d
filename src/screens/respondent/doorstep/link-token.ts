'use client';

import { useEffect, useRef, useState } from 'react';

/** The fragment of a link inside the page itself (the skip link), not of an invitation. */
const OWN_FRAGMENTS: readonly string[] = ['', 'main'];

/**
 * The token of the invitation's link: undefined until the browser has looked, null when the address has none. It is
 * taken out of the address bar at once, so that neither the history nor a copied address carries it.
 */
export function useLinkToken(): string | null | undefined {
  const taken = useRef<string | null>(null);
  const [token, setToken] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    const take = () => {
      const fragment = window.location.hash.slice(1);
      if (!OWN_FRAGMENTS.includes(fragment)) {
        taken.current = fragment;
        window.history.replaceState(null, '', window.location.pathname);
      }
      setToken(taken.current);
    };
    take();
    // A second link opened in the same tab changes the fragment only.
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return token;
}
