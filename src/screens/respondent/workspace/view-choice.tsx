'use client';

import { useTranslations } from 'next-intl';
import { FilterPills } from '@/ui/filter-pills';
import { Select } from '@/ui/select';
import type { View } from './workspace-view';

interface Props {
  views: readonly { view: View; count: number }[];
  view: View;
  onLook: (view: View) => void;
}

/** Which items are listed, with how many they are. */
export function ViewPills(props: Props) {
  const t = useTranslations('respondent.workspace');
  return (
    <FilterPills
      label={t('chooseView')}
      value={props.view}
      onChange={props.onLook}
      pills={props.views.map(({ view, count }) => ({ value: view, label: t(`view.${view}`), count }))}
    />
  );
}

/** The same on a phone. */
export function ViewSelect(props: Props) {
  const t = useTranslations('respondent.workspace');
  return (
    <div className="grow">
      <Select
        label={t('chooseView')}
        hideLabel
        value={props.view}
        onChange={(event) => {
          const chosen = props.views.find(({ view }) => view === event.target.value);
          if (chosen) props.onLook(chosen.view);
        }}
        options={props.views.map(({ view, count }) => ({
          value: view,
          label: t('viewChoice', { name: t(`view.${view}`), count }),
        }))}
      />
    </div>
  );
}
