import type { ChecklistEdition, ChecklistItem } from '@/domain/checklist';

type Made = Pick<ChecklistItem, 'category' | 'objective'> & Partial<ChecklistItem>;

/** A bank's own list: 17 items, numbered Sec-1 to Sec-17, in categories of its own. All of it is invented. */
const ITEMS: readonly Made[] = [
  { category: '体制', objective: '接続業務の責任者を決めている' },
  { category: '体制', objective: '委託先の体制を毎年確かめている' },
  {
    category: '体制',
    objective: '外部の評価を受けている',
    namedData: ['認証番号', '報告書名'],
    guidance: '認証がない場合は、外部の評価の計画を書いてください。',
  },
  { category: '体制', objective: '連絡網を双方で保っている', answeredBy: 'both' },
  { category: '認証', objective: '利用者の本人確認を二つの要素で行う' },
  { category: '認証', objective: '秘密鍵を機器の外に出さない', evidenceNeeded: true },
  {
    category: '認証',
    objective: '更新系の操作では取引ごとに再認証する',
    onlyForApiKinds: ['update'],
    guidance: '更新系のAPIを使うサービスだけが対象です。',
  },
  { category: '認証', objective: '失効した権限を1時間以内に止める' },
  {
    category: '通信と記録',
    objective: '通信を暗号化している',
    practices: [
      {
        heading: '暗号化の方式',
        methods: [
          { number: 1, text: '推奨される方式だけを使う(注1)。' },
          { number: 2, text: '証明書の期限を監視する。' },
        ],
      },
    ],
    notes: [{ mark: '注1', title: '推奨される方式', text: '①公的な一覧にあるもの\n　・毎年見直す' }],
    references: [{ source: '行内規程', sections: ['第3条', '第4条'] }],
  },
  { category: '通信と記録', objective: '操作の記録を1年以上残す' },
  { category: '通信と記録', objective: '記録の時刻を合わせている' },
  { category: '通信と記録', objective: '通信の異常を知らせ合う', answeredBy: 'both' },
  { category: '開発と変更', objective: '変更を別の人が確かめてから出す' },
  { category: '開発と変更', objective: '部品の弱点を毎週確かめている' },
  { category: '開発と変更', objective: '試験に本番の資料を使わない' },
  { category: '開発と変更', objective: '銀行側の受入試験を行う', answeredBy: 'bank' },
  { category: '事故への備え', objective: '事故のときに2時間以内に銀行へ知らせる' },
];

/** 14 items for the vendor alone (one only with 更新系), two for both, one for the bank. */
export function seventeenItems(): ChecklistEdition {
  return {
    id: 'own-17',
    title: '当行の接続先確認表',
    publisher: 'リスク統括部',
    issued: '2026-04-01',
    source: '行内規程 別表2',
    items: ITEMS.map((item, index) => ({
      id: `item-${index + 1}`,
      number: `Sec-${index + 1}`,
      answeredBy: 'vendor',
      practices: [],
      notes: [],
      references: [],
      ...item,
    })),
  };
}
