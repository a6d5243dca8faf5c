import { parseJsonBody } from './parse-body.ts';
import type { AskedRequest, Wire } from '../../exchange/wire.ts';

/** Together at most about 24 MB: 8 MB of text and what is made of it. */
const MOST_REQUESTS = 512;
const MOST_BYTES = 16 * 1024;

/**
 * Requests of one wire by their exact bytes, so that a question that is asked again (the response cache lives of such) is not
 * parsed and checked again. They are frozen: what was checked once is what is served each time.
 */
export class KnownRequests {
  readonly #byText = new Map<string, AskedRequest>();

  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  read(body: Buffer): AskedRequest {
    if (body.length > MOST_BYTES) return this.#wire.read(parseJsonBody(body));
    const text = body.toString('latin1');
    const known = this.#byText.get(text);
    if (known) return known;
    const asked = this.#wire.read(parseJsonBody(body));
    freeze(asked.request);
    if (this.#byText.size >= MOST_REQUESTS) this.#forgetOldest();
    this.#byText.set(text, asked);
    return asked;
  }

  #forgetOldest(): void {
    for (const oldest of this.#byText.keys()) {
      this.#byText.delete(oldest);
      return;
    }
  }
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  for (const member of Object.values(value)) freeze(member);
}
