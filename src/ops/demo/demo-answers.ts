import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';
import { plainName } from '@/domain/named-data';
import type { PromisedDate } from '@/domain/promised-date';

const MET = [
  '規程に定め、年1回見直している。直近の見直しは今年4月に行った。',
  '手順書に従って運用し、責任者が毎月記録を確認している。',
  '担当部署を定め、役割と責任を文書化して全社に周知している。',
  '自動化した仕組みで常時監視し、異常があれば担当者へ通知している。',
  '外部の専門会社による確認を年1回受け、指摘事項は期限を決めて対応している。',
];
const PARTIAL = [
  '主要なシステムでは実施しているが、一部の業務用端末には及んでいない。',
  '手順は定めているが、実施の記録が四半期分しか残っていない。',
  '規程はあるが、委託先への適用を確認できていない。',
];
const UNMET = ['製品を選定している段階で、まだ導入していない。', '規程の案を作成したところで、承認に至っていない。'];
const REASONS = ['該当する設備を持たないため。', 'スマートデバイス向けのアプリケーションを提供していないため。'];
const MEASURES = [
  '対象を全端末へ広げ、記録を毎月確認する。',
  '製品を導入し、運用の手順を定める。',
  '規程を改定し、委託先へ適用する。',
];
/** What is to be written out, by the name that it is asked for with. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  認証番号: ['JIS Q 27001 登録番号 0000（見本）', 'プライバシーマーク 00000000（見本）'],
  監視カメラ稼働時間: ['24時間365日'],
  監視カメラの監視範囲: ['サーバルームの出入口とラックの前後', '出入口と受付'],
  映像の保存期間: ['90日', '6か月'],
  パターンファイルの更新間隔: ['1時間ごと', '1日4回'],
  ログ種類: ['アクセスログ、操作ログ、認証ログ', 'アクセスログ、システムログ'],
  保存期間: ['1年', '7年'],
};
const PEOPLE = ['情報セキュリティ室長', '開発部長', 'システム部 運用担当'];

const pick = <T>(pool: readonly T[], at: number): T => pool[at % pool.length] as T;

/** Promises of every precision, some of them long past when they were made for `fiscalYear`. */
function promiseOf(fiscalYear: number, at: number): PromisedDate {
  const kinds: PromisedDate[] = [
    { precision: 'half', fiscalYear: fiscalYear + 1, half: 1 },
    { precision: 'day', date: `${fiscalYear + 1}-06-30` },
    { precision: 'month', year: fiscalYear + 2, month: 2 },
    { precision: 'fiscal_year', fiscalYear: fiscalYear + 1 },
    { precision: 'undecided', reason: '製品の選定を終えていないため' },
  ];
  return pick(kinds, at);
}

/**
 * What a demo vendor answers to an item: mostly 充足, now and then a gap with its promise, seldom 対象外. The same vendor
 * and item always give the same answer. `vendor` counts from 0, `number` is 通番, `asked` the data that the item names.
 */
export function demoAnswer(
  vendor: number,
  number: number,
  fiscalYear: number,
  asked: readonly string[],
): AnswerContent {
  const at = vendor * 7 + number;
  if (at % 29 === 0) return { ...EMPTY_ANSWER, status: 'not_applicable', reason: pick(REASONS, at) };
  const gap = at % 13 === 0 ? 'partial' : at % 31 === 0 ? 'unmet' : null;
  if (gap === null) {
    const named = asked.flatMap((name) => {
      const texts = NAMED[plainName(name)];
      return texts ? [[name, pick(texts, vendor)]] : [];
    });
    return {
      ...EMPTY_ANSWER,
      status: 'met',
      current: pick(MET, at),
      ...(named.length > 0 ? { named: Object.fromEntries(named) } : {}),
    };
  }
  return {
    ...EMPTY_ANSWER,
    status: gap,
    current: pick(gap === 'partial' ? PARTIAL : UNMET, at),
    measure: pick(MEASURES, at),
    promised: promiseOf(fiscalYear, Math.floor(at / 13)),
    person: pick(PEOPLE, at),
  };
}

/** What the demo bank says of itself. */
export function demoBankAnswer(number: number): AnswerContent {
  return { ...EMPTY_ANSWER, status: 'met', current: pick(MET, number + 2) };
}
