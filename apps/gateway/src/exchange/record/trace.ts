import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Attempt } from '../attempt.ts';

/** What is done with traces; nothing is where a configuration wants neither. */
export interface Tracing {
  /** Somebody is told of spans. */
  readonly isTold: boolean;
  /** Vendors are told of which trace their call is a part. */
  readonly handsOn: boolean;
}

/** A call of a vendor, and its span's id. */
export interface TracedAttempt {
  readonly attempt: Attempt;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
}

/** W3C Trace Context, "traceparent Header" (2021-11): version, trace, span, flags; a later version may have more behind. */
const TRACEPARENT = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:$|-)/;

/** The first bit of the flags. */
const SAMPLED = 1;

/** The longest `tracestate` that is handed on: the standard asks for at least 512 characters. */
const MOST_STATE = 512;

/** More calls than this for one request are not told one by one. */
const MOST_ATTEMPTS = 32;

/** The trace that a request is a part of: its caller's where that names one, else its own. */
export class Trace {
  readonly traceId: string;
  /** The span of the request itself. */
  readonly spanId = spanId();
  readonly parentSpanId: string | undefined;
  /** As the caller wrote it, for whoever comes next. */
  readonly state: string | undefined;
  /** Whether its spans are told; a caller decides for its whole trace. */
  readonly isSampled: boolean;
  readonly #attempts: TracedAttempt[] = [];
  readonly #handsOn: boolean;
  /** The caller's header, where no span of ours stands between the caller and the vendor. */
  readonly #passed: string | undefined;

  constructor({ traceparent, tracestate }: IncomingHttpHeaders, { isTold, handsOn }: Tracing) {
    const named = typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent.trim()) : null;
    const [header, , traceId, parentSpanId, flags = '01'] = named ?? [];
    this.traceId = traceId ?? randomBytes(16).toString('hex');
    this.parentSpanId = parentSpanId;
    this.isSampled = isTold && (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED;
    const isState = header !== undefined && typeof tracestate === 'string' && tracestate.length <= MOST_STATE;
    this.state = isState ? tracestate : undefined;
    this.#handsOn = handsOn;
    this.#passed = this.isSampled ? undefined : header && `00-${this.traceId}-${parentSpanId}-${flags}`;
  }

  /** Calls of vendors, the oldest first. */
  get attempts(): readonly TracedAttempt[] {
    return this.#attempts;
  }

  began(attempt: Attempt): void {
    if (this.#attempts.length < MOST_ATTEMPTS) this.#attempts.push({ attempt, spanId: spanId() });
  }

  /** What a vendor is told; nothing where it is told nothing. */
  headersFor(attempt: Attempt): Readonly<Record<string, string>> | undefined {
    if (!this.#handsOn) return undefined;
    const own = this.#attempts.find((one) => one.attempt === attempt)?.spanId ?? this.spanId;
    const traceparent = this.isSampled ? `00-${this.traceId}-${own}-01` : this.#passed;
    if (traceparent === undefined) return undefined;
    return { traceparent, ...(this.state !== undefined && { tracestate: this.state }) };
  }
}

function spanId(): string {
  return randomBytes(8).toString('hex');
}
