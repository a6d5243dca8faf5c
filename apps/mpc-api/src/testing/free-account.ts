import type { Account } from '../usage/account.ts';

/** For work that is charged to nobody. */
export const freeAccount: Account = {
  reserve: async () => ({ [Symbol.dispose]: () => undefined }),
  paid: async () => undefined,
  close: async () => undefined,
};
