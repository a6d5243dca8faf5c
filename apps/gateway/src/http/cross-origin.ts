import { CrossOrigin } from '@showrunner/service';
import { headerLines } from './answer/header-lines.ts';
import type { Reply, TextEncoding } from './answer/reply.ts';

/** What clients in a browser read of an answer's head. */
const ANSWER_HEADERS = [
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'X-Request-Id',
  'x-litellm-attempted-fallbacks',
  'x-litellm-attempted-retries',
  'x-litellm-cache-key',
  'x-litellm-call-id',
  'x-litellm-model-group',
  'x-litellm-model-id',
  'x-litellm-overhead-duration-ms',
  'x-litellm-response-cost',
  'x-litellm-response-duration-ms',
  'x-litellm-version',
  'x-ratelimit-limit-requests',
  'x-ratelimit-limit-tokens',
  'x-ratelimit-remaining-requests',
  'x-ratelimit-remaining-tokens',
];

/** As LiteLLM's proxy (`proxy_server.py`, 1.108.7): everybody's, and with credentials where origins are named. */
export function crossOriginOf(origins: readonly string[], allowsCredentials = !origins.includes('*')): CrossOrigin {
  return new CrossOrigin({
    origins,
    allowsCredentials,
    requestHeaders: 'any',
    answerHeaders: ANSWER_HEADERS,
    methods: ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'],
  });
}

/** An answer to a page of another origin: what its browser has to know stands in each head. */
export class ReplyToPage implements Reply {
  readonly #reply: Reply;
  readonly #lines: string;

  constructor(reply: Reply, fields: Readonly<Record<string, string>>) {
    this.#reply = reply;
    this.#lines = headerLines(fields);
  }

  get isBegun(): boolean {
    return this.#reply.isBegun;
  }

  get isOver(): boolean {
    return this.#reply.isOver;
  }

  get peer(): string | undefined {
    return this.#reply.peer;
  }

  closeAfter(): void {
    this.#reply.closeAfter();
  }

  send(status: number, headLines: string, body: string, encoding: TextEncoding): void {
    this.#reply.send(status, headLines + this.#lines, body, encoding);
  }

  begin(status: number, headLines: string): void {
    this.#reply.begin(status, headLines + this.#lines);
  }

  write(text: string, encoding: TextEncoding): boolean {
    return this.#reply.write(text, encoding);
  }

  end(text: string): void {
    this.#reply.end(text);
  }

  destroy(): void {
    this.#reply.destroy();
  }

  onLost(listener: () => void): void {
    this.#reply.onLost(listener);
  }

  onDrain(listener: () => void): void {
    this.#reply.onDrain(listener);
  }
}
