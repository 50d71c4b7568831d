import { useEffect, useState } from 'react';

/** What makes mails is fetched only where one is looked at; null until it is there. `load` must stay the same. */
export function useMailMaker<Make>(load: () => Promise<Make>): Make | null {
  const [make, setMake] = useState<Make | null>(null);
  useEffect(() => {
    let wanted = true;
    void load().then((made) => {
      if (wanted) setMake(() => made);
    });
    return () => {
      wanted = false;
    };
  }, [load]);
  return make;
}
