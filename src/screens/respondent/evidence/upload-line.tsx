'use client';

import { useTranslations } from 'next-intl';
import { FileSize } from '@/screens/checklist/evidence-facts';
import { type ClientRefusal, useRefusalSentence } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';
import { Disclosure } from '@/ui/disclosure';
import { IconClose, IconError, IconHourglass, IconRefresh, IconWifiOff } from '@/ui/icons';
import { ProgressBar } from '@/ui/progress-bar';
import { type EvidenceUploads, mayPass, type Upload } from './evidence-uploads';

/** A file on its way: how far it is, its days, and the way back; or why it was not taken and what to do. */
export function UploadLine(props: {
  upload: Upload;
  uploads: Pick<EvidenceUploads<unknown>, 'type' | 'retry' | 'cancel'>;
  today: string;
}) {
  const t = useTranslations('respondent.evidence');
  const { upload, uploads } = props;
  const { id, phase, refusal, file } = upload;
  const again = mayPass(upload);
  const percent = Math.round(upload.progress * 100);
  const named = { name: file.name };
  return (
    <li className={phase === 'refused' ? 'no' : 'evu'}>
      {phase === 'refused' ? <IconError /> : phase === 'offline' ? <IconWifiOff /> : <IconHourglass />}
      <div className="grow" role={phase === 'refused' ? 'alert' : undefined}>
        {refusal ? (
          <>
            <b>{t('notTaken', named)}</b>
            <br />
            <Sentence refusal={refusal} />
          </>
        ) : (
          <>
            <span lang="ja">{file.name}</span>{' '}
            <span className="num nw">
              <FileSize bytes={file.size} />
            </span>
            {phase === 'sending' ? <ProgressBar done={percent} total={100} text={null} tone="run" /> : <br />}
            <span>{t(`phase.${phase}`, { percent })}</span>
          </>
        )}
        {phase === 'refused' && !again ? null : (
          <Disclosure summary={t('daysOptional')} className="mt4">
            <div className="row">
              <DateField
                label={t('validFrom')}
                value={upload.validFrom}
                today={props.today}
                onChange={(validFrom) => uploads.type(id, { validFrom })}
              />
              <DateField
                label={t('validTo')}
                value={upload.validTo}
                today={props.today}
                onChange={(validTo) => uploads.type(id, { validTo })}
              />
            </div>
          </Disclosure>
        )}
      </div>
      <span className="row nowrap">
        {again ? (
          <Button size="sm" look="neutral" icon={<IconRefresh />} onClick={() => uploads.retry(id)}>
            {t('sendAgain')}
            <span className="vh"> {file.name}</span>
          </Button>
        ) : null}
        <Button size="sm" look="quiet" icon={<IconClose />} iconOnly onClick={() => uploads.cancel(id)}>
          {phase === 'refused' ? t('dismiss', named) : t('cancel', named)}
        </Button>
      </span>
    </li>
  );
}

function Sentence({ refusal }: { refusal: ClientRefusal }) {
  return useRefusalSentence()(refusal);
}
