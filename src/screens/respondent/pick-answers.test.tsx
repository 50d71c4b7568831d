import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { EMPTY_ANSWER } from '@/domain/answer';
import { MESSAGES } from '@/messages/all';
import { PickAnswers } from './pick-answers';

it('shows of each answer its number, item, state, text, source and promise, and its own box', () => {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="ja" timeZone="Asia/Tokyo" messages={MESSAGES.ja}>
      <PickAnswers
        answers={[
          {
            itemId: 'a',
            number: 'Sec-3',
            objective: '鍵を守っている',
            content: {
              ...EMPTY_ANSWER,
              status: 'partial',
              current: '半分の鍵を守っている。',
              measure: '残りも移します。',
              promised: { precision: 'day', date: '2027-03-31' },
            },
            source: 'あおば銀行への回答・2か月前',
          },
          {
            itemId: 'b',
            number: '4',
            objective: '台帳がある',
            content: { ...EMPTY_ANSWER, status: 'not_applicable', reason: '鍵を持たない' },
            source: null,
          },
        ]}
        isTicked={(itemId) => itemId === 'a'}
        onTick={() => undefined}
      />
    </NextIntlClientProvider>,
  );
  const [partial = '', exempt = ''] = markup.split('<li').slice(1);
  for (const words of ['Sec-3　鍵を守っている', '一部充足', '半分の鍵を守っている。', 'あおば銀行への回答・2か月前'])
    expect(partial).toContain(words);
  expect(partial).toMatch(/今後の対応予定：残りも移します。（期限 2027年3月31日/);
  expect(partial).toContain('lacking');
  expect(partial).toContain('checked');
  expect(exempt).toContain('鍵を持たない');
  expect(exempt).not.toContain('lacking');
  expect(exempt).not.toContain('checked');
});
