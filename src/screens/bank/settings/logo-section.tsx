'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MAX_LOGO_BYTES, MAX_LOGO_SIDE } from '@/domain/picture';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { FileInput } from '@/ui/file-input';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { showToast } from '@/ui/show-toast';

const LIMITS = { kilobytes: MAX_LOGO_BYTES / 1024, side: MAX_LOGO_SIDE };

/** The bank's logo, as vendors see it over their answers. */
export function LogoSection(props: {
  logo: string | null;
  version: number;
  mayChange: boolean;
  onSaved: (version: number) => void;
}) {
  const { logo, version, mayChange, onSaved } = props;
  const t = useTranslations('people.settings.logo');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (content: string | null) => {
    setBusy(true);
    setFailure(null);
    try {
      const saved = await client.bank.settings.saveLogo.mutate({ content, version });
      onSaved(saved.version);
      showToast(t(content === null ? 'removed' : 'saved'));
      router.refresh();
    } catch (error) {
      setFailure(refusalText(error));
    }
    setBusy(false);
  };
  const choose = async (file: File | null) => {
    if (!file || busy) return;
    // A field of its own each time, so that the same file can be chosen again.
    setTaken((count) => count + 1);
    if (file.size > MAX_LOGO_BYTES) {
      setFailure(t('tooLarge', LIMITS));
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    await save(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
  };
  return (
    <Section id="logo" title={t('title')} className="mt32">
      {logo === null ? <p className="mt8">{t('none')}</p> : <img className="bank-logo" src={logo} alt={t('alt')} />}
      {mayChange ? (
        <div className="mt8">
          <FileInput
            key={taken}
            label={t('file')}
            hint={t('choose', LIMITS)}
            accept="image/png,image/jpeg"
            onChange={(file) => void choose(file)}
          />
          {logo === null ? null : (
            <p className="mt8">
              <Button look="neutral" size="sm" busy={busy} onClick={() => void save(null)}>
                {t('remove')}
              </Button>
            </p>
          )}
        </div>
      ) : null}
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt16">
          <p>{failure}</p>
        </Notice>
      )}
    </Section>
  );
}
