'use client';

import { useTranslations } from 'next-intl';
import type { FocusEvent } from 'react';
import { ANSWER_STATUSES, type AnswerContent, type MissingPart } from '@/domain/answer';
import { overlongTexts, type TextPlace } from '@/domain/answer-texts';
import { isBankBusinessDay } from '@/domain/business-day';
import { Disclosure } from '@/ui/disclosure';
import { PromisedDateField } from '@/ui/promised-date-field';
import { RadioGroupSegment } from '@/ui/radio-group-segment';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { AnswerIcon } from './answer-mark';
import { NamedDataFields } from './named-data-fields';

const CHOICES = ANSWER_STATUSES.filter((status) => status !== 'unanswered');

/**
 * The fields of one answer: 状態, 現在の対応状況, 今後の対応予定 (measure, date, person), 対象外's reason, 備考. What the chosen
 * state doesn't ask for is not shown and not lost. `showMissing` marks what still hinders submission. `today` is
 * YYYY-MM-DD in the bank's zone; `asOf` says 基準日 beside the facts.
 */
export function AnswerFields(props: {
  content: AnswerContent;
  /** Data that the item asks for by name. */
  namedData: readonly string[];
  missing: readonly MissingPart[];
  showMissing: boolean;
  today: string;
  asOf: string;
  onChange: (content: AnswerContent) => void;
  onLeave: (event: FocusEvent) => void;
}) {
  const t = useTranslations('ui.answer');
  const states = useTranslations('states.answer');
  const { content, onLeave } = props;
  const set = (part: Partial<AnswerContent>) => props.onChange({ ...content, ...part });
  const overlong = overlongTexts(content);
  const tooLong = (field: TextPlace['field'], name?: string) => {
    const found = overlong.find((each) => each.field === field && each.name === name);
    return found && t('tooLong', { over: found.length - found.max, max: found.max });
  };
  const errorOf = (part: MissingPart) =>
    props.showMissing && props.missing.includes(part) ? t(`missing.${part}`) : undefined;
  const chosen = content.status === 'unanswered' ? null : content.status;
  const planAsked = chosen === 'partial' || chosen === 'unmet';
  const planNeeded = planAsked ? t('neededWhen', { state: states(chosen) }) : false;
  return (
    <>
      <RadioGroupSegment
        label={t('status')}
        required
        options={CHOICES.map((status) => ({
          value: status,
          label: states(status),
          icon: <AnswerIcon status={status} />,
        }))}
        value={chosen}
        error={errorOf('status')}
        onChange={(status) => set({ status })}
        onBlur={onLeave}
      />
      {chosen === 'not_applicable' ? (
        <div className="mt16">
          <TextArea
            label={t('reason')}
            required
            value={content.reason}
            error={tooLong('reason') ?? errorOf('reason')}
            onChange={(event) => set({ reason: event.target.value })}
            onBlur={onLeave}
          />
        </div>
      ) : (
        <div className="mt16">
          <TextArea
            label={t('current')}
            required
            hint={props.asOf}
            rows={5}
            value={content.current}
            error={tooLong('current') ?? errorOf('current')}
            onChange={(event) => set({ current: event.target.value })}
            onBlur={onLeave}
          />
        </div>
      )}
      {chosen === 'not_applicable' ? null : (
        <NamedDataFields
          names={props.namedData}
          content={content}
          error={errorOf('named')}
          tooLong={(name) => tooLong('named', name)}
          onChange={(named) => set({ named })}
          onLeave={onLeave}
        />
      )}
      {chosen === 'not_applicable' ? null : (
        <fieldset className="mt16 plan">
          <legend className="l">
            {t('plan')}{' '}
            {planNeeded ? <span className="req">{planNeeded}</span> : <span className="opt">{t('optional')}</span>}
          </legend>
          <TextArea
            label={t('measure')}
            hideLabel
            rows={2}
            value={content.measure}
            error={tooLong('measure') ?? errorOf('measure')}
            onChange={(event) => set({ measure: event.target.value })}
            onBlur={onLeave}
          />
          <div className="mt8">
            <PromisedDateField
              label={t('promised')}
              value={content.promised}
              error={tooLong('promised') ?? errorOf('promised') ?? errorOf('outcome')}
              today={props.today}
              isHoliday={(day) => !isBankBusinessDay(day)}
              onChange={(promised) => set({ promised })}
              onBlur={onLeave}
            />
          </div>
          <div className="mt8">
            <TextInput
              label={t('person')}
              value={content.person}
              error={tooLong('person') ?? errorOf('person')}
              onChange={(event) => set({ person: event.target.value })}
              onBlur={onLeave}
            />
          </div>
          <Disclosure summary={t('interimOptional')} open={content.interim !== undefined} className="mt8">
            <TextArea
              label={t('interim')}
              hideLabel
              rows={2}
              value={content.interim ?? ''}
              error={tooLong('interim')}
              onChange={(event) => set({ interim: event.target.value || undefined })}
              onBlur={onLeave}
            />
          </Disclosure>
        </fieldset>
      )}
      <Disclosure summary={t('remarksOptional')} open={content.remarks !== ''} className="mt12">
        <TextArea
          label={t('remarks')}
          hideLabel
          rows={2}
          value={content.remarks}
          error={tooLong('remarks')}
          onChange={(event) => set({ remarks: event.target.value })}
          onBlur={onLeave}
        />
      </Disclosure>
    </>
  );
}
