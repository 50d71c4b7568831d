'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf } from '@/trpc/client/refusal';
import { AddressStep } from './address-step';
import { CodeStep } from './code-step';
import type { Invitation, Mine } from './doorstep-data';
import { DoorstepFrame } from './doorstep-frame';
import { IntroductionStep } from './introduction-step';
import { InvitationStep } from './invitation-step';
import { useLinkToken } from './link-token';
import { useAttempt } from './use-attempt';

type Step = 'reading' | 'invitation' | 'address' | 'code' | 'introduction';

/**
 * From the link, or an address, to a signed-in person: what is asked → code → name. `now` is when the page was made.
 */
export function Doorstep({ now }: { now: Date }) {
  const t = useTranslations('entry.respond');
  const router = useRouter();
  const client = useTRPCClient();
  const token = useLinkToken();
  const [step, setStep] = useState<Step>('reading');
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [mine, setMine] = useState<Mine | null>(null);
  const [before, setBefore] = useState<unknown>(null);
  const [lastTime, setLastTime] = useState<Mine['lastTime']>(null);
  const [address, setAddress] = useState('');
  const [sent, setSent] = useState(0);
  const [next, setNext] = useState('/respond/list');
  const sending = useAttempt();
  const entering = useAttempt();

  const asked = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    if (token === undefined || asked.current === token) return;
    asked.current = token;
    const read = async () => {
      const [described, known] = await Promise.allSettled([
        token === null ? null : client.entry.describeInvitation.mutate({ token }),
        client.entry.myAssessments.mutate({}),
      ]);
      const person = known.status === 'fulfilled' ? known.value : null;
      setMine(person);
      if (described.status === 'rejected') {
        setBefore(described.reason);
        setStep('address');
      } else if (described.value !== null) {
        setInvitation(described.value);
        setStep('invitation');
      } else if (person === null) {
        const idle = known.status === 'rejected' && refusalOf(known.reason)?.code === 'session-idle';
        setBefore(idle ? known.reason : null);
        setStep('address');
      } else if (person.name === null) {
        setLastTime(person.lastTime);
        setStep('introduction');
      } else {
        router.replace('/respond/list');
      }
    };
    void read();
  }, [token, client, router]);

  // A link that was replaced while its page stood open is as dead as one that was so before.
  const { failure, forget } = sending;
  useEffect(() => {
    if (refusalOf(failure)?.code !== 'link-unusable') return;
    setBefore(failure);
    setInvitation(null);
    setStep('address');
    forget();
  }, [failure, forget]);

  // Each step is a page of its own to a reader: back to its top, and its heading is read.
  const shown = useRef<Step>('reading');
  useEffect(() => {
    if (shown.current !== 'reading' && shown.current !== step) window.scrollTo(0, 0);
    shown.current = step;
  }, [step]);

  const invitedBy = invitation === null ? null : (token ?? null);
  const send = (typed: string) =>
    sending.run(async () => {
      await client.entry.requestRespondentCode.mutate(invitedBy === null ? { address: typed } : { token: invitedBy });
      setAddress(typed);
      setSent(sent + 1);
      entering.forget();
      setStep('code');
    });
  const enter = (code: string) =>
    entering.run(async () => {
      const { assessmentId, introduced, lastTime: said } = await client.entry.respondentSignIn.mutate({ code });
      const destination = assessmentId === null ? '/respond/list' : `/respond/${assessmentId}`;
      setNext(destination);
      if (introduced) router.push(destination);
      else {
        setLastTime(said);
        setStep('introduction');
      }
    });
  const signedInAs =
    mine?.assessments.some(({ assessmentId }) => assessmentId === invitation?.assessmentId) === true ? mine.name : null;

  return (
    <DoorstepFrame invitation={invitation}>
      {step === 'reading' ? <p role="status">{t('reading')}</p> : null}
      {step === 'invitation' && invitation !== null ? (
        <InvitationStep
          invitation={invitation}
          now={now}
          signedInAs={signedInAs}
          busy={sending.busy}
          failure={sending.failure}
          onSend={() => void send(invitation.maskedAddress)}
        />
      ) : null}
      {step === 'address' ? (
        <AddressStep
          before={before}
          deadLink={refusalOf(before)?.code === 'link-unusable' ? (token ?? null) : null}
          busy={sending.busy}
          failure={sending.failure}
          onSend={(typed) => void send(typed)}
        />
      ) : null}
      {step === 'code' ? (
        <CodeStep
          address={address}
          invited={invitation !== null}
          sent={sent}
          busy={entering.busy}
          failure={entering.failure}
          resend={sending}
          onEnter={(code) => void enter(code)}
          onResend={() => void send(address)}
          onOtherAddress={() => setStep('address')}
        />
      ) : null}
      {step === 'introduction' ? <IntroductionStep lastTime={lastTime} onIntroduced={() => router.push(next)} /> : null}
    </DoorstepFrame>
  );
}
