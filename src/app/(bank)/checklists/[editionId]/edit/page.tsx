import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { EditionEditor } from '@/screens/bank/checklists/edition-editor';
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

/** A draft; what is published is only read. */
export default async function EditEditionPage({ params }: Props) {
  const edition = await read((await params).editionId);
  if (edition.publishedAt !== null || !(edition.may.edit || edition.may.publish)) {
    redirect(`/checklists/${edition.id}`);
  }
  return <EditionEditor edition={edition} />;
}
