import type { ServerResponse } from 'node:http';
import { hearOut } from '@showrunner/service';
import { fromHeaderLines } from './header-lines.ts';
import type { Reply, TextEncoding } from './reply.ts';

/** An answer that goes out through `node:http`. */
export class NodeReply implements Reply {
  readonly #response: ServerResponse;
  #isSent = false;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  get isBegun(): boolean {
    return this.#response.headersSent;
  }

  get isOver(): boolean {
    return this.#isSent || this.#response.destroyed || this.#response.writableEnded;
  }

  get peer(): string | undefined {
    return this.#response.socket?.remoteAddress;
  }

  closeAfter(): void {
    this.#response.shouldKeepAlive = false;
  }

  send(status: number, headLines: string, body: string, encoding: TextEncoding): void {
    const length = String(Buffer.byteLength(body, encoding));
    this.#response.writeHead(status, [...fromHeaderLines(headLines), 'content-length', length]);
    this.#isSent = true;
    if (this.#response.shouldKeepAlive || this.#response.req.complete) {
      this.#response.end(body, encoding);
    } else {
      this.#response.write(body, encoding);
      void hearOut(this.#response.req).then(() => this.#response.end());
    }
  }

  begin(status: number, headLines: string): void {
    this.#response.writeHead(status, fromHeaderLines(headLines));
  }

  write(text: string, encoding: TextEncoding): boolean {
    return this.#response.write(text, encoding);
  }

  end(text: string): void {
    this.#response.end(text);
  }

  destroy(): void {
    this.#response.destroy();
  }

  onLost(listener: () => void): void {
    this.#response.on('close', () => {
      if (!this.#response.writableFinished) listener();
    });
  }

  onDrain(listener: () => void): void {
    this.#response.on('drain', listener);
  }
}
