import { GatewayError } from '../failure/gateway-error.ts';

export interface BlockedOptions {
  /** LiteLLM's further members of such an error; they hold nothing of what was found. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** What is said in place of an answer, where the caller is not to see an error. */
  readonly instead?: string | undefined;
}

/** A guard refuses what it saw: 400 in LiteLLM's words. */
export class Blocked extends GatewayError {
  readonly instead: string | undefined;

  constructor(message: string, { details, instead }: BlockedOptions = {}) {
    super({ status: 400, type: 'invalid_request_error', message, ...(details && { details }) });
    this.name = 'Blocked';
    this.instead = instead;
  }

  /** The same with who refused, and when, where it has further members at all. */
  by(guardrail: string, event: string): Blocked {
    if (!this.details) return this;
    const details = { ...this.details, guardrail_name: guardrail, guardrail_mode: event };
    return new Blocked(this.message, { details, instead: this.instead });
  }
}

/** A guard could not look, and its operator does not let such requests on. */
export function unguarded(name: string, reason: string): GatewayError {
  return new GatewayError({
    status: 500,
    type: 'internal_server_error',
    message: `The guardrail "${name}" could not look at the request: ${reason}`,
  });
}

/** A caller, a model or a key wants a guardrail that does not run here. */
export function notRun(name: string, param: string): GatewayError {
  return new GatewayError({
    status: 400,
    type: 'invalid_request_error',
    message: `The guardrail "${name}" is asked for, and does not run here: send the request without, and guard it elsewhere`,
    param,
  });
}
