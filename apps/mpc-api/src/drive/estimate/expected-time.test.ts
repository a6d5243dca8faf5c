import { describe, expect, it } from 'vitest';
import { ExpectedTime } from './expected-time.ts';

describe('the expected time of questions', () => {
  it('is their sum where each waits for the one before', async () => {
    const time = new ExpectedTime(4);
    await time.take(2);
    await time.take(3);
    expect(time.seconds).toBe(5);
  });

  it('is that of the longest where all are put at once', async () => {
    const time = new ExpectedTime(4);
    await Promise.all([time.take(2), time.take(5), time.take(1)]);
    expect(time.seconds).toBe(5);
  });

  it('grows where there are more than may be under way', async () => {
    const time = new ExpectedTime(2);
    await Promise.all([time.take(2), time.take(3), time.take(4)]);
    expect(time.seconds).toBe(6);
  });

  it('is that of the longer way where pieces of work go on beside each other', async () => {
    const time = new ExpectedTime(4);
    const inTurn = async (...seconds: readonly number[]) => {
      for (const one of seconds) await time.take(one);
    };
    await Promise.all([inTurn(1, 1, 1), inTurn(5, 1)]);
    expect(time.seconds).toBe(6);
  });
});
