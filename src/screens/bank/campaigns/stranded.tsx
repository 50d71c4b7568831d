import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { FlightPlanView } from './campaign-data';

/** Who lost its contact while the launch was under way, so that the worker can't finish; and the way to mend it. */
export function Stranded(props: {
  plan: FlightPlanView;
  mayMend: boolean;
  onContact: (vendor: { id: string; name: string }) => void;
}) {
  const t = useTranslations('bank.campaigns.launch');
  const stranded = props.plan.blocked.targets.filter((target) => target.problem === 'no-contact');
  if (stranded.length === 0) return null;
  return (
    <Notice tone="bad" title={t('strandedTitle', { count: stranded.length })} className="mt16">
      <p>{t('strandedText')}</p>
      <ul>
        {stranded.map((target) => (
          <li key={target.serviceId} className="row">
            <span>{t('blockedVendor.no-contact', { vendor: target.vendorName })}</span>
            {props.mayMend ? (
              <Button size="sm" onClick={() => props.onContact({ id: target.vendorId, name: target.vendorName })}>
                {t('contact.no-contact', { vendor: target.vendorName })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
