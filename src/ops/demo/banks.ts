import type { Role } from '@/domain/access';

/** Invented banks, people and companies; every address ends in .example, which nobody can own (RFC 2606). */
export interface DemoMember {
  name: string;
  address: string;
  roles: Role[];
}

export interface DemoVendor {
  name: string;
  kana: string;
  /** With its check digit, under a registry number that was given to nobody. */
  corporateNumber: string;
  service: string;
  apiKinds: ('reference' | 'update')[];
  criticality: 'high' | 'medium' | 'low';
  contacts: { name: string; department: string; address: string; language: 'ja' | 'en' }[];
}

export interface DemoBank {
  slug: string;
  profile: {
    name: string;
    nameEn: string;
    selfTerm: string;
    department: string;
    departmentEn: string;
    telephone: string;
    replyAddress: string;
    businessHours: string;
  };
  members: DemoMember[];
  vendors: DemoVendor[];
}

const vendor = (
  name: string,
  kana: string,
  corporateNumber: string,
  apiKinds: DemoVendor['apiKinds'],
  criticality: DemoVendor['criticality'],
  contacts: [name: string, department: string, address: string, language?: 'en'][],
): DemoVendor => ({
  name,
  kana,
  corporateNumber,
  service: '口座情報連携',
  apiKinds,
  criticality,
  contacts: contacts.map(([person, department, address, language]) => ({
    name: person,
    department,
    address,
    language: language ?? 'ja',
  })),
});

const READ: DemoVendor['apiKinds'] = ['reference'];
const WRITE: DemoVendor['apiKinds'] = ['reference', 'update'];

const AOBA_VENDORS: DemoVendor[] = [
  vendor('株式会社ミライ家計簿', 'ミライカケイボ', '1999900000016', READ, 'high', [
    ['田中 涼', '情報セキュリティ室', 'tanaka@mirai-kakeibo.example'],
    ['小林 舞', '開発部', 'kobayashi@mirai-kakeibo.example'],
  ]),
  vendor('コトリ会計クラウド株式会社', 'コトリカイケイクラウド', '2999900000023', READ, 'medium', [
    ['山本 歩', '管理部', 'yamamoto@kotori-kaikei.example'],
    ['森 咲', '開発部', 'mori@kotori-kaikei.example'],
  ]),
  vendor('株式会社しおりペイ', 'シオリペイ', '3999900000030', WRITE, 'high', [
    ['岡本 陽', '基盤運用部', 'okamoto@shiori-pay.example'],
    ['村上 葵', '法務部', 'murakami@shiori-pay.example'],
  ]),
  vendor('ツキノワ送金株式会社', 'ツキノワソウキン', '3999900000047', WRITE, 'high', [
    ['西田 武', 'システム部', 'nishida@tsukinowa.example'],
    ['長井 律', '管理部', 'nagai@tsukinowa.example'],
  ]),
  vendor('株式会社ハルカゼ経費', 'ハルカゼケイヒ', '4999900000054', WRITE, 'medium', [
    ['森 一樹', '情報システム部', 'mori.kazuki@harukaze.example'],
    ['石田 蓮', '総務部', 'ishida@harukaze.example'],
  ]),
  vendor('マルタケ請求書株式会社', 'マルタケセイキュウショ', '5999900000061', WRITE, 'medium', [
    ['竹内 翔', '開発部', 'takeuchi@marutake.example'],
    ['藤井 凛', '管理部', 'fujii@marutake.example'],
  ]),
  vendor('株式会社こだま貯金箱', 'コダマチョキンバコ', '5999900000078', READ, 'low', [
    ['児玉 実', '開発部', 'kodama@kodama-chokin.example'],
  ]),
  vendor('アケボノ・データ連携株式会社', 'アケボノデータレンケイ', '6999900000085', WRITE, 'high', [
    ['原 千尋', '開発本部', 'hara@akebono-data.example'],
    ['Alex Morgan', 'Security', 'morgan@akebono-data.example', 'en'],
  ]),
];

const MIDORI_VENDORS: DemoVendor[] = [
  vendor('株式会社ミライ家計簿', 'ミライカケイボ', '1999900000016', READ, 'medium', [
    ['田中 涼', '情報セキュリティ室', 'tanaka@mirai-kakeibo.example'],
    ['小林 舞', '開発部', 'kobayashi@mirai-kakeibo.example'],
  ]),
  vendor('株式会社ほしぞら資産', 'ホシゾラシサン', '7999900000092', READ, 'medium', [
    ['桜井 直', '管理部', 'sakurai@hoshizora.example'],
    ['星野 光', '開発部', 'hoshino@hoshizora.example'],
  ]),
  vendor('ユズリハ会計株式会社', 'ユズリハカイケイ', '1999900000107', READ, 'low', [
    ['柚木 渚', '開発部', 'yuzuki@yuzuriha.example'],
    ['葉山 匠', '総務部', 'hayama@yuzuriha.example'],
  ]),
];

const people = (slug: string, names: [Role[], string, string][]): DemoMember[] =>
  names.map(([roles, name, local]) => ({ roles, name, address: `${local}@${slug}.example` }));

export const DEMO_BANKS: DemoBank[] = [
  {
    slug: 'aoba-bank',
    profile: {
      name: 'あおば銀行',
      nameEn: 'Aoba Bank',
      selfTerm: '当行',
      department: 'リスク統括部 API接続先管理担当',
      departmentEn: 'Risk Management, API Partners',
      telephone: '03-0000-1234',
      replyAddress: 'tenken@aoba-bank.example',
      businessHours: '平日 9:00～17:00',
    },
    members: people('aoba-bank', [
      [['administrator'], '加藤 文', 'kato'],
      [['operator', 'reviewer'], '中村 遥', 'nakamura'],
      [['reviewer'], '佐藤 美咲', 'sato'],
      [['approver'], '高橋 健一', 'takahashi'],
      [['viewer'], '渡辺 圭', 'watanabe'],
      [['auditor'], '伊藤 由紀', 'ito'],
    ]),
    vendors: AOBA_VENDORS,
  },
  {
    slug: 'midori-shinkin',
    profile: {
      name: 'みどり信用金庫',
      nameEn: 'Midori Shinkin Bank',
      selfTerm: '当金庫',
      department: 'リスク管理部',
      departmentEn: 'Risk Management',
      telephone: '06-0000-5678',
      replyAddress: 'tenken@midori-shinkin.example',
      businessHours: '平日 9:00～17:00',
    },
    members: people('midori-shinkin', [
      [['administrator'], '松本 恵', 'matsumoto'],
      [['operator'], '井上 拓', 'inoue'],
      [['reviewer'], '木村 梓', 'kimura'],
      [['approver'], '林 誠', 'hayashi'],
      [['viewer'], '清水 楓', 'shimizu'],
      [['auditor'], '山崎 学', 'yamazaki'],
    ]),
    vendors: MIDORI_VENDORS,
  },
];
