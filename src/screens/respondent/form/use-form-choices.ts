'use client';

import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { FormSide } from '@/domain/form-merge';
import { browserStore } from '@/screens/checklist/browser-store';
import type { FormChoices } from './form-data';

const keptSchema = z.record(z.string(), z.enum(['file', 'now']));

/** The choices made over one returned form. They outlive a reload in this tab: which side, and no text of any answer. */
export function useFormChoices(uploadId: string) {
  const [choices, setChoices] = useState<FormChoices>(new Map());
  const key = `tenken-form-choices-${uploadId}`;
  useEffect(() => setChoices(keptChoices(browserStore('tab', key).read())), [key]);
  const choose = (cell: string, side: FormSide) => {
    const next = new Map(choices).set(cell, side);
    setChoices(next);
    browserStore('tab', key).keep(JSON.stringify(Object.fromEntries(next)));
  };
  return { choices, choose, forget: () => browserStore('tab', key).drop() };
}

/** Nothing for a text that is none of ours. */
function keptChoices(text: string | null): FormChoices {
  try {
    return new Map(Object.entries(keptSchema.parse(JSON.parse(text ?? '{}'))));
  } catch {
    return new Map();
  }
}
