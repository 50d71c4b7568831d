import type { Metadata } from 'next';
import { cache } from 'react';
import { EditionScreen } from '@/screens/bank/checklists/edition-screen';
import { pageData } from '@/trpc/page';

interface Props {
  params: Promise<{ editionId: string }>;
}

/** Once a request: the page and its title ask for the same. */
const read = cache((editionId: string) =>
  pageData('/sign-in?next=/checklists', (api) => api.bank.checklists.show({ editionId })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).editionId)).content.title };
}

export default async function EditionPage({ params }: Props) {
  return <EditionScreen edition={await read((await params).editionId)} />;
}
