import { useRouter } from 'next/navigation';
import { useState } from 'react';

/** One change of the organisation at a time: busy while it runs, its refusal kept for the page, the page read anew after. */
export function useOrganisationChange() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const change = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
      router.refresh();
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, change };
}
