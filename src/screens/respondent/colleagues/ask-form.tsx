'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { addressSchema } from '@/domain/address';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/show-toast';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { useCalls } from '../signed-in';
import { categoriesOf, type WorkspaceData } from '../workspace/workspace-data';
import type { Colleague } from './colleague-data';

const NOTHING = { name: '', address: '', language: 'ja' as const, message: '' };

/** Who is to answer what: a colleague by name and address, items one by one or a whole 区分. */
export function AskForm(props: { data: WorkspaceData; colleagues: readonly Colleague[]; chosen: string | null }) {
  const t = useTranslations('respondent.colleagues');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { attempt } = useCalls();
  const { data } = props;
  const { assessmentId, items } = data;
  const [typed, setTyped] = useState<{ name: string; address: string; language: 'ja' | 'en'; message: string }>(
    NOTHING,
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(items.filter(({ number }) => number === props.chosen).map(({ itemId }) => itemId)),
  );
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const address = addressSchema.safeParse(typed.address);
  const missing = {
    name: typed.name.trim() === '' ? t('nameMissing') : undefined,
    address: address.success ? undefined : t('addressWrong'),
    items: chosen.size === 0 ? t('itemsMissing') : undefined,
  };
  const set = (part: Partial<typeof typed>) => setTyped((standing) => ({ ...standing, ...part }));
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((standing) => {
      const next = new Set(standing);
      for (const id of ids) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (missing.name || missing.items || !address.success) return;
    setBusy(true);
    setFailure(null);
    try {
      const asked = { assessmentId, ...typed, address: address.data, itemIds: [...chosen] };
      const { mailed } = await attempt(() => client.respondent.delegations.give.mutate(asked));
      showToast(t(mailed ? 'asked1' : 'asked1More', { name: typed.name.trim() }));
      setTyped(NOTHING);
      setChosen(new Set());
      setChecked(false);
      router.refresh();
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  const shown = (text: string | undefined) => (checked ? text : undefined);
  return (
    <Section id="ask" title={t('ask')} className="mt32">
      <form className="mt8" onSubmit={ask} noValidate>
        <div className="nm">
          <TextInput
            label={t('name')}
            required
            maxLength={100}
            value={typed.name}
            error={shown(missing.name)}
            onChange={(event) => set({ name: event.target.value })}
          />
          <TextInput
            label={t('address')}
            hint={t('addressHint')}
            required
            type="email"
            autoComplete="off"
            maxLength={254}
            value={typed.address}
            error={shown(missing.address)}
            onChange={(event) => set({ address: event.target.value })}
          />
          <Select
            label={t('language')}
            value={typed.language}
            options={[
              { value: 'ja', label: t('languages.ja') },
              { value: 'en', label: t('languages.en') },
            ]}
            onChange={(event) => set({ language: event.target.value === 'en' ? 'en' : 'ja' })}
          />
        </div>
        <div className="mt16">
          <TextArea
            label={t('message')}
            rows={2}
            maxLength={1000}
            value={typed.message}
            onChange={(event) => set({ message: event.target.value })}
          />
        </div>
        <fieldset className="mt16">
          <legend className="l">{t('which', { count: chosen.size })}</legend>
          {shown(missing.items) ? (
            <Notice tone="bad" className="mt8">
              <p>{missing.items}</p>
            </Notice>
          ) : null}
          {categoriesOf(items).map((category) => {
            const ids = category.items.map(({ itemId }) => itemId);
            const all = ids.every((id) => chosen.has(id));
            return (
              <fieldset key={category.name} className="mt16">
                <legend className="vh" lang="ja">
                  {category.name}
                </legend>
                <Checkbox
                  label={<b>{t('wholeCategory', { category: category.name, count: ids.length })}</b>}
                  checked={all}
                  onChange={(event) => choose(ids, event.target.checked)}
                />
                <div className="ask-items">
                  {category.items.map(({ itemId, number, item, assignee }) => (
                    <Checkbox
                      key={itemId}
                      label={
                        <>
                          <b>{number}</b> <span lang="ja">{item.objective}</span>{' '}
                          {assignee ? <span className="sub">{t('hasIt', { name: assignee.name })}</span> : null}
                        </>
                      }
                      checked={chosen.has(itemId)}
                      onChange={(event) => choose([itemId], event.target.checked)}
                    />
                  ))}
                </div>
              </fieldset>
            );
          })}
        </fieldset>
        {failure === null ? null : (
          <Notice tone="bad" live="assertive" className="mt16">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
        <p className="row mt24">
          <Button look="primary" type="submit" busy={busy}>
            {t('send')}
          </Button>
        </p>
      </form>
    </Section>
  );
}
