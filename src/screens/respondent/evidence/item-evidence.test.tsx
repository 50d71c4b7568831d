import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MESSAGES } from '@/messages/all';
import type { WorkspaceItem } from '../workspace/workspace-data';
import type { Upload } from './evidence-uploads';
import { EvidenceUploads } from './evidence-uploads';
import { ItemEvidence } from './item-evidence';
import type { Evidence, EvidenceFile } from './use-evidence';

const FILE: EvidenceFile = {
  evidenceId: 'e',
  fileName: '診断報告書.pdf',
  mediaType: 'application/pdf',
  size: 3_984_588,
  sha256: `${'0123456789ab'}${'c'.repeat(52)}`,
  scan: 'not_scanned',
  validFrom: null,
  validTo: '2026-10-31',
  addedBy: '田中 涼',
  addedAt: new Date('2026-12-10T05:05:00Z'),
  alteredAt: null,
  version: 1,
  itemIds: ['a', 'b'],
};
const item = (itemId: string, evidenceNeeded = false) =>
  ({ itemId, number: itemId, item: { objective: '目標', evidenceNeeded } }) as unknown as WorkspaceItem;
const upload = (part: Partial<Upload>): Upload => ({
  id: 'u',
  itemId: 'a',
  file: new File(['x'], '図.zip'),
  phase: 'sending',
  progress: 0.4,
  refusal: null,
  validFrom: '',
  validTo: '',
  ...part,
});

function textOf(
  options: { files?: EvidenceFile[]; uploads?: Upload[]; writable?: boolean; locale?: 'ja' | 'en' } = {},
): string {
  const { files = [], uploads = [], writable = true, locale = 'ja' } = options;
  const evidence = {
    files,
    uploads: new EvidenceUploads({ send: () => Promise.reject(new Error('none')), kept: () => undefined }),
    snapshot: { uploads, signedOut: false, underWay: false },
  } as unknown as Evidence;
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      timeZone="Asia/Tokyo"
      messages={MESSAGES[locale]}
      onError={(error) => {
        throw error;
      }}
    >
      <ItemEvidence
        assessmentId="x"
        item={item('a', true)}
        items={[item('a', true), item('b')]}
        evidence={evidence}
        writable={writable}
        isMissing={files.length === 0}
        today="2026-12-11"
      />
    </NextIntlClientProvider>,
  )
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

describe('the evidence of an item', () => {
  it('says that one is needed, and how it may come', () => {
    expect(textOf()).toMatch(/充足・一部充足のとき必須.*ファイルを選ぶ.*1件50 MBまで.*エビデンスを添付してください/);
    expect(textOf({ locale: 'en' })).toMatch(/required when met.*up to 50 MB each.*Attach evidence/);
  });

  it('shows each file with its size, time, digest, days and what no scanner said', () => {
    const text = textOf({ files: [FILE] });
    expect(text).toContain('3.8 MB');
    expect(text).toContain('ウイルス検査なし');
    expect(text).toContain('2026年12月10日(木) 14:05 田中 涼');
    expect(text).toContain('有効期間 ～2026年10月31日(土)');
    expect(text).toContain('期限切れ');
    expect(text).toContain('0123456789ab…');
    expect(text).toContain(FILE.sha256);
    expect(text).toContain('通番 b にも使っています');
    expect(textOf({ files: [FILE], locale: 'en' })).toContain('Not scanned for viruses');
  });

  it('shows what is on its way, what waits for the line, and why one was refused and what to do', () => {
    const refusal = { code: 'evidence-encrypted-zip' as const, params: {} };
    expect(textOf({ uploads: [upload({})] })).toContain('送信しています 40%');
    expect(textOf({ uploads: [upload({ phase: 'checking', progress: 1 })] })).toContain('確かめています');
    expect(textOf({ uploads: [upload({ phase: 'offline' })] })).toMatch(/接続が戻ると自動で送ります.*もう一度送る/);
    const refused = textOf({ uploads: [upload({ phase: 'refused', refusal })] });
    expect(refused).toMatch(
      /図.zip を受け取れませんでした パスワード付きのZIPは受け取れません。中のファイルをそのまま/,
    );
    expect(refused).not.toContain('もう一度送る');
  });

  it('is only read where nothing can be written, and nothing where nothing is', () => {
    expect(textOf({ files: [FILE], writable: false })).not.toContain('ファイルを選ぶ');
    expect(textOf({ writable: false })).toBe('');
  });
});
