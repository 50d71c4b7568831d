import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { MESSAGES } from '@/messages/all';
import type { OrganisationData } from './master-data';
import { Members } from './members';

vi.mock('@/trpc/client/provider', () => ({ useTRPCClient: () => null }));
vi.mock('next/navigation', () => ({ useRouter: () => null }));

it('asks for an address without calling a field that nobody has touched a mistake', () => {
  const organisation = { members: [], invitations: [] } as unknown as OrganisationData;
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="ja" timeZone="Asia/Tokyo" messages={MESSAGES.ja}>
      <Members organisation={organisation} />
    </NextIntlClientProvider>,
  );
  expect(markup).toContain('招待を送る');
  expect(markup).not.toContain('メールアドレスを入力してください');
  expect(markup).not.toContain('aria-invalid');
});
