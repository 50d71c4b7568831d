import { describe, expect, it } from 'vitest';
import { joinSubmitter, titleIn, titleOf } from './submitter';

describe('who submits', () => {
  it('is kept with department and title, which are told apart again', () => {
    const kept = joinSubmitter(' 情報システム部　第一課', '課長　代理 ');
    expect(kept).toBe('情報システム部　第一課　課長 代理');
    expect(titleIn(kept)).toBe('課長 代理');
    expect(titleIn('情報セキュリティ室長')).toBeNull();
  });

  it('begins with the title of their own last submission, and with none of others', () => {
    const rounds = [
      { submitterName: '佐藤 一', submitterTitle: '経理部　部長' },
      { submitterName: '田中 涼', submitterTitle: '情報セキュリティ室　室長' },
      { submitterName: '田中 涼', submitterTitle: '情報セキュリティ室　主任' },
    ];
    expect(titleOf('田中 涼', rounds)).toBe('室長');
    expect(titleOf('小林 舞', rounds)).toBe('');
    expect(titleOf('田中 涼', [{ submitterName: '田中 涼', submitterTitle: '情報セキュリティ室' }])).toBe('');
  });
});
