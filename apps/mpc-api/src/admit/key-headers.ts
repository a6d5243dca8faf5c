import type { KeyHeaders } from '@showrunner/access';

/** `Authorization: Bearer <key>` or `X-API-Key: <key>`; both together only with the same key. */
export const KEY_HEADERS: KeyHeaders = {
  headers: [
    { name: 'authorization', bearer: 'required' },
    { name: 'x-api-key', bearer: 'never' },
  ],
  several: 'same',
  once: ['authorization', 'x-api-key'],
};
