import { expect, test } from 'vitest';
import { Channel, ChannelClosedError, type Answers, type Message } from './channel.ts';

/** Two ends of a channel, and what has gone over it, as another process would get it. */
function ends(answers: Answers): { one: Channel; other: Channel; sent: Message[] } {
  const sent: Message[] = [];
  const port = (to: () => Channel) => ({
    send: (message: Message) => {
      sent.push(message);
      to().receive(structuredClone(message));
    },
  });
  const one: Channel = new Channel(
    port(() => other),
    {},
  );
  const other: Channel = new Channel(
    port(() => one),
    answers,
  );
  return { one, other, sent };
}

test('questions get their answers, whether those come at once or later, and bytes stay bytes', async () => {
  const { one } = ends({
    add: (a: number, b: number) => a + b,
    later: async (bytes: Uint8Array) => ({ bytes, nothing: undefined, most: Infinity }),
  });
  expect(await one.ask('add', 1, 2)).toBe(3);
  expect(await one.ask('later', Uint8Array.of(1, 255))).toEqual({
    bytes: Uint8Array.of(1, 255),
    nothing: undefined,
    most: Infinity,
  });
});

test('what is asked in one turn leaves in one message, and so do its answers', async () => {
  const { one, sent } = ends({ same: (value: number) => value });
  const values = await Promise.all(Array.from({ length: 50 }, (_, index) => one.ask('same', index)));
  expect(values).toEqual(Array.from({ length: 50 }, (_, index) => index));
  expect(sent.map(({ questions, answers }) => [questions?.length, answers?.length])).toEqual([
    [50, undefined],
    [undefined, 50],
  ]);
});

test('what an answer throws is told to whoever asked, and what nobody answers is named', async () => {
  const { one } = ends({
    fail: () => {
      throw new RangeError('too much');
    },
    failLater: async () => Promise.reject(new Error('later')),
  });
  await expect(one.ask('fail')).rejects.toThrow('too much');
  await expect(one.ask('failLater')).rejects.toThrow('later');
  await expect(one.ask('else')).rejects.toThrow('nobody here answers "else"');
});

test('what is told wants no answer', async () => {
  const heard: unknown[] = [];
  const { one, sent } = ends({ hear: (value: unknown) => heard.push(value) });
  one.tell('hear', 'news');
  one.tell('fail', 'nobody hears it');
  await expect.poll(() => heard).toEqual(['news']);
  expect(sent).toHaveLength(1);
});

test('once the other end is gone nothing waits for it', async () => {
  const { one } = ends({ never: () => new Promise(() => undefined) });
  const asked = one.ask('never');
  setImmediate(() => one.close());
  await expect(asked).rejects.toThrow(ChannelClosedError);
  await expect(one.ask('never')).rejects.toThrow(ChannelClosedError);
});
