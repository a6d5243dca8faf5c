/** Items that are pushed on one side and read with `for await` on the other, in order, none lost. */
export interface PushStream<Item> {
  push: (item: Item) => void;
  /** After an error the items before it are still read. */
  end: (error?: unknown) => void;
  readonly items: AsyncIterable<Item>;
}

export function createPushStream<Item>(): PushStream<Item> {
  const waiting: Item[] = [];
  let news = Promise.withResolvers<void>();
  let ending: { error?: unknown } | undefined;

  async function* read(): AsyncGenerator<Item> {
    while (true) {
      yield* waiting.splice(0);
      if (waiting.length > 0) continue;
      if (ending) break;
      await news.promise;
      news = Promise.withResolvers();
    }
    if (ending.error !== undefined) throw ending.error;
  }

  return {
    push(item) {
      waiting.push(item);
      news.resolve();
    },
    end(error) {
      ending = { error };
      news.resolve();
    },
    items: read(),
  };
}
