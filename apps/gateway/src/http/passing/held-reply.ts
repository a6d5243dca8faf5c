import type { Reply, TextEncoding } from '../answer/reply.ts';

/** Keeps an answer that goes through, until all of it may be said. */
export class HeldReply implements Reply {
  status = 0;
  headLines = '';
  /** As latin1: one character a byte. */
  text = '';
  isOver = false;
  /** It goes to nobody yet. */
  readonly peer = undefined;

  get isBegun(): boolean {
    return this.status !== 0;
  }

  get contentType(): string {
    return /^content-type: (.*?)\r$/im.exec(this.headLines)?.[1] ?? '';
  }

  begin(status: number, headLines: string): void {
    this.status = status;
    // What may be said in the end need not be as long as what came.
    this.headLines = headLines.replace(/^content-length:.*\r\n/im, '');
  }

  write(text: string, encoding: TextEncoding): boolean {
    this.text += encoding === 'latin1' ? text : Buffer.from(text).toString('latin1');
    return true;
  }

  end(text: string): void {
    this.write(text, 'utf8');
    this.isOver = true;
  }

  send(status: number, headLines: string, body: string, encoding: TextEncoding): void {
    this.begin(status, headLines);
    this.write(body, encoding);
    this.isOver = true;
  }

  closeAfter(): void {
    // There is no connection behind it.
  }

  destroy(): void {
    this.isOver = true;
  }

  onLost(): void {
    // Who holds the real reply listens for that.
  }

  onDrain(): void {
    // It takes all that comes.
  }
}
