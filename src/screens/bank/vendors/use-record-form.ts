'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { refusalOf } from '@/trpc/client/refusal';
import { rebaseForm, type Values } from './rebase-form';

export interface Standing<V extends Values> {
  version: number;
  values: V;
}

/**
 * A form over one record. `standing` is the record as the page last read it (null: a new one). A save names the version
 * that the form began with; when another one stands, the page is read anew, untouched fields follow it, what was typed
 * stays, and the next save starts from what stands.
 */
export function useRecordForm<V extends Values>(props: {
  standing: Standing<V> | null;
  empty: V;
  save: (values: V, version: number | null) => Promise<void>;
}) {
  const router = useRouter();
  const [began, setBegan] = useState(props.standing);
  const [values, setValues] = useState<V>(props.standing?.values ?? props.empty);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [overtaken, setOvertaken] = useState<'no' | 'reading' | 'yes'>('no');
  const [contested, setContested] = useState<(keyof V & string)[]>([]);

  // The page was read anew after a stale save: what stands now is in the props.
  if (overtaken === 'reading' && began && props.standing && props.standing.version !== began.version) {
    const rebased = rebaseForm(began.values, values, props.standing.values);
    setValues(rebased.values);
    setContested(rebased.contested);
    setBegan(props.standing);
    setOvertaken('yes');
  }

  const submit = async (): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    try {
      await props.save(values, began?.version ?? null);
      setBusy(false);
      return true;
    } catch (error) {
      if (refusalOf(error)?.code === 'stale-record') {
        setOvertaken('reading');
        router.refresh();
      }
      setFailure(error);
    }
    setBusy(false);
    return false;
  };

  return {
    values,
    set: (field: keyof V & string, value: string) => setValues((now) => ({ ...now, [field]: value })),
    busy: busy || overtaken === 'reading',
    /** The refusal of the last save; none once what stands is shown. */
    failure: overtaken === 'no' ? failure : refusalOf(failure)?.code === 'stale-record' ? null : failure,
    overtaken: overtaken === 'yes',
    /** Fields that the other person changed too, and what stands in them. */
    contested: contested.map((field) => ({ field, standing: began?.values[field] ?? '' })),
    submit,
  };
}

export type RecordForm<V extends Values> = ReturnType<typeof useRecordForm<V>>;
