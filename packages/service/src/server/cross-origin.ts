import type { FastifyInstance } from 'fastify';

/** What a server tells browsers about pages of other origins (the Fetch standard's CORS protocol). */
export interface CrossOriginOptions {
  /** As browsers write them; `*` is everybody's. */
  readonly origins: readonly string[];
  /** What a page may send beside what every page may; `any` for whatever it asks for. */
  readonly requestHeaders: readonly string[] | 'any';
  /** What a page may read of an answer's head; a browser shows a few others by itself. */
  readonly answerHeaders: readonly string[];
  readonly methods: readonly string[];
  /** Whether a browser may send cookies and the like. Default: false. */
  readonly allowsCredentials?: boolean;
}

/** How long a browser may remember; Chromium does for no longer than that. */
const REMEMBER_SECONDS = '7200';

const NO_FIELDS: Readonly<Record<string, string>> = {};

/** Which pages may read what their browser is answered. */
export class CrossOrigin {
  readonly #options: CrossOriginOptions;
  readonly #isEverybodys: boolean;

  constructor(options: CrossOriginOptions) {
    this.#options = options;
    this.#isEverybodys = options.origins.includes('*');
  }

  get isUsed(): boolean {
    return this.#options.origins.length > 0;
  }

  /**
   * Head fields of an answer to a request with this `Origin`.
   *
   * @param isNamedOnly `*` opens nothing to it
   */
  fieldsFor(origin: string | undefined, isNamedOnly: boolean): Readonly<Record<string, string>> {
    const { allowsCredentials = false, answerHeaders, origins } = this.#options;
    const isOpen = this.#isEverybodys && !isNamedOnly;
    // Credentials go to no `*`, so that every origin is told by its name.
    const tells = isOpen && !allowsCredentials ? '*' : origin;
    const vary = tells === '*' ? NO_FIELDS : { vary: 'Origin' };
    if (origin === undefined || tells === undefined || !(isOpen || origins.includes(origin))) return vary;
    return {
      ...vary,
      'access-control-allow-origin': tells,
      ...(answerHeaders.length > 0 && { 'access-control-expose-headers': answerHeaders.join(', ') }),
      ...(allowsCredentials && { 'access-control-allow-credentials': 'true' }),
    };
  }

  /** Head fields of the answer to a browser that asks before it sends, for what it asks to send. */
  preflightFields(asked: string | undefined): Readonly<Record<string, string>> {
    const { requestHeaders, methods } = this.#options;
    const headers = requestHeaders === 'any' ? asked : requestHeaders.join(', ');
    return {
      'access-control-allow-methods': methods.join(', '),
      ...(headers !== undefined && { 'access-control-allow-headers': headers }),
      'access-control-max-age': REMEMBER_SECONDS,
    };
  }
}

/** Lets pages of the named origins read what they are answered, on every route of an app. They still need a key. */
export function allowOrigins(app: FastifyInstance, crossOrigin: CrossOrigin, isNamedOnly = (): boolean => false): void {
  if (!crossOrigin.isUsed) return;
  app.addHook('onRequest', async ({ method, headers }, reply) => {
    const fields = crossOrigin.fieldsFor(headers.origin, isNamedOnly());
    reply.headers(fields);
    const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
    if (!isPreflight || fields['access-control-allow-origin'] === undefined) return;
    return reply.code(204).headers(crossOrigin.preflightFields(headers['access-control-request-headers'])).send();
  });
}
