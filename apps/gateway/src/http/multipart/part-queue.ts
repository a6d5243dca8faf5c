import type { Readable } from 'node:stream';

/** A part of a form; a file's bytes have to be read before the next part comes. */
export type FormPart =
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly fileName: string;
      readonly type: string;
      readonly bytes: Readable;
    };

/** Parts in their order, from who finds them to who takes them. */
export class PartQueue {
  readonly #parts: FormPart[] = [];
  #isEnded = false;
  #failure: unknown;
  /** The file that is being read. */
  #file: Readable | undefined;
  #wake: (() => void) | undefined;

  add(part: FormPart): void {
    // Whoever reads it hears of its errors; until then nobody does.
    if (part.kind === 'file') part.bytes.on('error', () => {});
    this.#parts.push(part);
    this.#wake?.();
  }

  end(): void {
    this.#isEnded = true;
    this.#wake?.();
  }

  /** Nothing good comes any more. Only the first failure counts. */
  fail(failure: unknown): void {
    this.#failure ??= failure;
    this.#file?.destroy(failure instanceof Error ? failure : new Error(String(failure)));
    this.#wake?.();
  }

  /** The next part; nothing behind the last. Rejects with the failure. */
  async next(): Promise<FormPart | undefined> {
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure;
      const part = this.#parts.shift();
      if (part) {
        this.#file = part.kind === 'file' ? part.bytes : undefined;
        return part;
      }
      if (this.#isEnded) return undefined;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
