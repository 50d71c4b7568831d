import { z } from 'zod';

/** Local part and host of an address, ASCII only and without quotes, so that nothing can be injected (ASVS 1.3.11). */
const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** An e-mail address as a person types it: full-width letters folded, lower case. Anything else is `address-invalid`. */
export const addressSchema = z
  .string()
  .max(400)
  .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
  .pipe(z.string().max(254).regex(ADDRESS, { error: 'address-invalid' }));
