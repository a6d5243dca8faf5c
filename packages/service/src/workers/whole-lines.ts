/**
 * Hands on what a process writes, line by line: several that write to one pipe would tear each other's long lines apart
 * (POSIX promises whole writes up to `PIPE_BUF` alone, 4 KB on Linux).
 */
export class WholeLines {
  readonly #write: (lines: string) => void;
  #rest = '';

  constructor(write: (lines: string) => void) {
    this.#write = write;
  }

  add(text: string): void {
    const end = text.lastIndexOf('\n') + 1;
    if (end === 0) {
      this.#rest += text;
      return;
    }
    this.#write(this.#rest + text.slice(0, end));
    this.#rest = text.slice(end);
  }

  /** Nothing more comes: a line that a killed process had begun ends here. */
  end(): void {
    if (this.#rest !== '') this.#write(`${this.#rest}\n`);
    this.#rest = '';
  }
}
