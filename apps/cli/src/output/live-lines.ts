import { clip, terminalColumns } from './style.ts';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;

/** Lines at the bottom of a terminal that change in place while others scroll past above them. */
export class LiveLines {
  readonly #stream: NodeJS.WriteStream;
  readonly #lines = new Map<object, string>();
  #drawn = 0;
  #frame = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  set(owner: object, text: string): void {
    this.#lines.set(owner, text);
    this.#timer ??= setInterval(() => this.#draw(), FRAME_MS).unref();
  }

  remove(owner: object): void {
    this.#lines.delete(owner);
    this.#draw();
    if (this.#lines.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Prints above the live lines, on whatever stream shares their terminal. */
  above(print: () => void): void {
    this.#erase();
    print();
    this.#draw();
  }

  #draw(): void {
    this.#erase();
    this.#frame = (this.#frame + 1) % FRAMES.length;
    const width = terminalColumns(this.#stream) - 2;
    for (const text of this.#lines.values()) this.#stream.write(`${FRAMES[this.#frame]} ${clip(text, width)}\n`);
    this.#drawn = this.#lines.size;
  }

  #erase(): void {
    if (this.#drawn === 0) return;
    this.#stream.moveCursor(0, -this.#drawn);
    this.#stream.cursorTo(0);
    this.#stream.clearScreenDown();
    this.#drawn = 0;
  }
}
