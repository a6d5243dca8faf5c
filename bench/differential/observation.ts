/**
 * What one case came to on one gateway: what the caller got and what the upstream received, without what differs from
 * run to run. All of it is JSON, so that it can be kept and compared member by member.
 */
export interface Observation {
  readonly answers: readonly Answer[];
  /** By deployment, in the order in which they came; equal ones that follow each other are one with their number. */
  readonly upstream: Readonly<Record<string, readonly Received[]>>;
}

export interface Answer {
  /** `null` where the connection broke before there was one. */
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Received {
  readonly times: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A case that could not be played, because the gateway does not start with its configuration. */
export interface NotStarted {
  readonly starts: false;
}
