import { getTableColumns } from 'drizzle-orm';
import { vendorDocument } from '@/db/schema/vendor-register';

const { content: _content, ...facts } = getTableColumns(vendorDocument);

/** Everything about a document but its bytes: what lists show and revisions keep. The digest stands for the bytes. */
export const documentRow = facts;
