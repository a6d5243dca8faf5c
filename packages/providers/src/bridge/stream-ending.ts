/** How long a vendor may say more behind its last word: what was used comes at once or never. */
const LAST_WORDS_MS = 2_000;

/** Ends a vendor's stream behind its last word, where the vendor does not close it. One a call. */
export class StreamEnding {
  readonly #passed = Promise.withResolvers<undefined>();
  #timer: NodeJS.Timeout | undefined;

  /** The vendor has said all; what else it has to say has to come soon. */
  comesSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#passed.resolve(undefined), LAST_WORDS_MS);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  /** The same response, whose body ends where this does. */
  within(response: Response): Response {
    const reader = response.body?.getReader();
    if (!reader) return response;
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const read = await Promise.race([reader.read(), this.#passed.promise]);
        if (read && !read.done) {
          controller.enqueue(read.value);
          return;
        }
        controller.close();
        if (!read) await reader.cancel();
      },
      cancel: (reason) => reader.cancel(reason),
    });
    const { status, statusText, headers } = response;
    return new Response(body, { status, statusText, headers });
  }
}
