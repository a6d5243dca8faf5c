import { expect, test } from 'vitest';
import { keyInput } from './key.ts';

test.each(['tomorrow', '2027-01-01', '2027-01-01T00:00:00'])(
  'a key that ends %j is told what an instant is',
  (text) => {
    const { error } = keyInput.safeParse({ name: 'n8n', scopes: ['generate:*'], expires_at: text });
    expect(error?.issues).toMatchObject([
      {
        path: ['expires_at'],
        message: 'is no instant with its time zone',
        params: { allowed: expect.stringContaining('2027-01-01T00:00:00Z') as unknown },
      },
    ]);
  },
);
