import { describe, expect, it } from 'vitest';
import { readVendorCell } from './vendor-cell';
import { vendorTableOf } from './vendor-columns';
import { planVendorImport, type StandingVendor } from './vendor-import';

const AOBA = '7000012050002';
const MIDORI = '2000012010019';
const row = (number: number, cells: Parameters<typeof planVendorImport>[0][number]['cells']) => ({
  row: number,
  cells,
});
const SERVICE = { serviceName: '家計簿', criticality: '高', apiKinds: '参照系・更新系' };

const standing = (values: StandingVendor['values'], more: Partial<StandingVendor> = {}): StandingVendor => ({
  id: values.name ?? '',
  archived: false,
  hasContact: values.contactAddress !== undefined,
  values,
  services: [],
  ...more,
});
const faults = (rows: Parameters<typeof planVendorImport>[0], all: readonly StandingVendor[] = []) =>
  planVendorImport(rows, all).lines.map(({ errors }) => errors.map(({ column, code }) => `${column} ${code}`));

describe('the heads of a vendor table', () => {
  it('are found in either language, any order and width, below a title; unknown ones are reported', () => {
    const table = vendorTableOf([
      ['API接続先一覧'],
      ['e-mail', 'ＡＰＩ種別', ' 会社名 ', '社内メモ', ''],
      ['a@b.jp', '', '青葉', 'x'],
      [],
      ['', '', '緑'],
    ]);
    expect(table).toEqual({
      unknownHeads: ['社内メモ'],
      rows: [row(3, { contactAddress: 'a@b.jp', name: '青葉' }), row(5, { name: '緑' })],
    });
    expect(vendorTableOf([['法人番号'], [AOBA]])).toBeNull();
  });

  it('count once: the second column of the same head is reported', () => {
    expect(
      vendorTableOf([
        ['会社名', 'Vendor name'],
        ['a', 'b'],
      ]),
    ).toEqual({ unknownHeads: ['Vendor name'], rows: [row(2, { name: 'a' })] });
  });
});

describe('a cell', () => {
  it.each([
    '2026-04-01',
    '2026/4/1',
    '2026/04/01 0:00',
    '2026年4月1日',
    '２０２６年４月１日（水）',
    '20260401',
    '2026.4.1',
    '令和8年4月1日',
    'R8.4.1',
    '令8/4/1',
    '46113',
  ])('reads the date %s', (text) => {
    expect(readVendorCell('contractDate', text)).toEqual({ value: '2026-04-01' });
  });

  it('reads the first year of an era and its predecessor', () => {
    expect(readVendorCell('contractDate', '令和元年5月1日')).toEqual({ value: '2019-05-01' });
    expect(readVendorCell('contractDate', 'H31.4.30')).toEqual({ value: '2019-04-30' });
  });

  it.each(['2026-02-30', '1999-12-31', '来年', '4/1', '令和0年4月1日', '昭和60年1月1日', '8年4月1日', '123456', ''])(
    'refuses the date %j',
    (text) => {
      expect(readVendorCell('contractDate', text)).toEqual({ fault: 'date' });
    },
  );

  it('reads words in either language and refuses others', () => {
    expect(readVendorCell('criticality', ' high')).toEqual({ value: 'high' });
    expect(readVendorCell('apiKinds', '更新系、参照系')).toEqual({ value: 'reference update' });
    expect(readVendorCell('contactLanguage', '英語')).toEqual({ value: 'en' });
    expect(readVendorCell('criticality', '最高')).toMatchObject({ fault: 'choice' });
    expect(readVendorCell('apiKinds', '参照系・不明')).toMatchObject({ fault: 'choice' });
  });

  it('checks the check digit, the address and the length', () => {
    expect(readVendorCell('corporateNumber', '７０００－０１２０５－０００２')).toEqual({ value: AOBA });
    expect(readVendorCell('corporateNumber', '7000012050003')).toEqual({ fault: 'corporate-number' });
    expect(readVendorCell('corporateNumber', '7.00001E+12')).toEqual({ fault: 'corporate-number' });
    expect(readVendorCell('contactAddress', 'ｔａｎａｋａ＠mirai.example')).toEqual({ value: 'tanaka@mirai.example' });
    expect(readVendorCell('contactAddress', 'tanaka@')).toEqual({ fault: 'address' });
    expect(readVendorCell('name', 'あ'.repeat(201))).toEqual({ fault: 'text-too-long', params: { max: 200 } });
    expect(readVendorCell('name', 'a\ud83d')).toEqual({ fault: 'text-invalid' });
  });
});

describe('a plan', () => {
  it('makes one vendor of its rows, wherever the vendor’s own columns are filled in', () => {
    const { lines, writes } = planVendorImport(
      [
        row(2, { name: '株式会社青葉', ...SERVICE }),
        row(3, {
          name: '株式会社 青葉',
          corporateNumber: AOBA,
          kana: 'アオバ',
          serviceName: '送金',
          criticality: '低',
          apiKinds: '更新系',
        }),
      ],
      [],
    );
    expect(lines.map(({ status }) => status)).toEqual(['new', 'new']);
    expect(writes).toEqual([
      {
        id: null,
        vendor: { name: '株式会社青葉', kana: 'アオバ', corporateNumber: AOBA },
        contact: null,
        services: [
          { id: null, values: { serviceName: '家計簿', criticality: 'high', apiKinds: 'reference update' } },
          { id: null, values: { serviceName: '送金', criticality: 'low', apiKinds: 'update' } },
        ],
      },
    ]);
  });

  it('says what changes from what to what, leaves what a blank cell does not say, and writes nothing else', () => {
    const before = standing(
      { name: '青葉', corporateNumber: AOBA, notes: ' 覚え書き ', contactName: '田中', contactAddress: 'a@b.jp' },
      {
        services: [
          { id: 's', archived: false, values: { serviceName: '家計簿', criticality: 'low', apiKinds: 'reference' } },
        ],
      },
    );
    const { lines, writes } = planVendorImport(
      [
        row(2, {
          name: '青葉ホールディングス',
          corporateNumber: AOBA,
          notes: '覚え書き',
          contactAddress: 'c@d.jp',
          serviceName: '家計簿',
          criticality: '高',
        }),
      ],
      [before],
    );
    expect(lines).toMatchObject([
      {
        status: 'changed',
        changes: [
          { column: 'name', from: '青葉', to: '青葉ホールディングス' },
          { column: 'contactAddress', from: 'a@b.jp', to: 'c@d.jp' },
          { column: 'criticality', from: 'low', to: 'high' },
        ],
      },
    ]);
    expect(writes).toEqual([
      {
        id: '青葉',
        vendor: { name: '青葉ホールディングス' },
        contact: { contactAddress: 'c@d.jp' },
        services: [{ id: 's', values: { criticality: 'high' } }],
      },
    ]);
  });

  it('finds a vendor by its folded name, gives it the number that it lacked, and takes a namesake for another', () => {
    const all = [standing({ name: '株式会社ＡＢＣ' }), standing({ name: '緑', corporateNumber: MIDORI })];
    const plan = planVendorImport(
      [
        row(2, { name: '株式会社 abc', corporateNumber: AOBA }),
        row(3, { name: '緑', corporateNumber: '2000012160004' }),
      ],
      all,
    );
    expect(plan.lines.map(({ status }) => status)).toEqual(['changed', 'new']);
    expect(plan.writes.map(({ id }) => id)).toEqual(['株式会社ＡＢＣ', null]);
  });

  it('faults what it must, each at its cell, and hinders no other row', () => {
    expect(
      faults([
        row(2, { kana: 'アオバ', ...SERVICE }),
        row(3, { name: '甲', criticality: '高' }),
        row(4, { name: '乙', serviceName: '家計簿' }),
        row(5, { name: '丙', contactName: '田中' }),
        row(6, { name: '丁', corporateNumber: '123', contactAddress: 'x', ...SERVICE, contractDate: '来年' }),
        row(7, { name: '戊', ...SERVICE }),
      ]),
    ).toEqual([
      ['name required'],
      ['serviceName required'],
      ['criticality required', 'apiKinds required'],
      ['contactAddress required'],
      ['corporateNumber corporate-number', 'contractDate date', 'contactAddress address'],
      [],
    ]);
  });

  it('faults rows of one vendor that contradict each other, and services named twice', () => {
    const first = row(2, { name: '青葉', corporateNumber: AOBA, kana: 'アオバ', ...SERVICE });
    expect(
      faults([
        first,
        row(3, { name: '青葉', kana: 'アオハ', serviceName: '送金', criticality: '高', apiKinds: '更新系' }),
        row(4, { name: '別会社', corporateNumber: AOBA, serviceName: '送金', criticality: '高', apiKinds: '更新系' }),
        row(5, { name: '青葉', ...SERVICE }),
      ]),
    ).toEqual([
      [],
      ['kana contradicts'],
      ['corporateNumber duplicate-corporate-number'],
      ['serviceName duplicate-service'],
    ]);
  });

  it('faults a number that another vendor has, an ambiguous name, and what is archived', () => {
    const all = [
      standing({ name: '青葉', corporateNumber: AOBA }),
      standing({ name: '緑' }),
      standing({ name: '桃' }, { services: [{ id: 's', archived: true, values: { serviceName: '家計簿' } }] }),
      standing({ name: '双子' }),
      { ...standing({ name: '双子' }), id: '双子2' },
      standing({ name: '旧' }, { archived: true }),
    ];
    expect(
      faults(
        [
          row(2, { name: '緑', corporateNumber: AOBA }),
          row(3, { name: '双子' }),
          row(4, { name: '旧' }),
          row(5, { name: '桃', ...SERVICE }),
        ],
        all,
      ),
    ).toEqual([
      ['corporateNumber corporate-number-of-another'],
      ['name ambiguous-name'],
      ['name vendor-archived'],
      ['serviceName service-archived'],
    ]);
  });

  it('shows what stands in a faulty cell as it was typed, shortened', () => {
    const { lines } = planVendorImport(
      [row(2, { name: '青葉', criticality: `最高${'x'.repeat(300)}`, serviceName: 'a' })],
      [],
    );
    expect(lines[0]?.errors[0]?.value).toHaveLength(200);
  });

  it('looks at a register ten times as long ten times as often, and not a hundred times', () => {
    const looks = (scale: number) => {
      let count = 0;
      const all = Array.from({ length: 100 * scale }, (_, index) => {
        const { values, ...vendor } = standing({ name: `会社${index}` });
        return {
          ...vendor,
          get values() {
            count += 1;
            return values;
          },
        };
      });
      const rows = Array.from({ length: 500 * scale }, (_, index) =>
        row(index + 2, { name: `会社${index % (150 * scale)}`, ...SERVICE, serviceName: `サービス${index}` }),
      );
      expect(planVendorImport(rows, all).lines.every(({ status }) => status === 'new')).toBe(true);
      return count;
    };
    expect(looks(10)).toBe(10 * looks(1));
  });
});
