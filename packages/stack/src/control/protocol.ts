import type { Problem } from '../operator-error.ts';
import type { PublishedPort, ServiceDefinition } from '../service-definition.ts';
import type { ServiceState } from '../service-state.ts';

/**
 * What is spoken on the supervisor's socket: HTTP, with one JSON value a line where an answer takes time. Requests:
 *
 * - `GET /status` → `SupervisorStatus`
 * - `POST /up`, `POST /restart` with an `UpRequest` → lines of `Progress`
 * - `POST /down` → lines of `Progress`; the supervisor ends after the last
 * - `GET /logs?service=a&service=b&tail=N&since=T` → lines of `LogLine`, without end
 */
export const PROTOCOL_VERSION = 2;

export interface SupervisorStatus {
  readonly protocol: number;
  readonly pid: number;
  readonly startedAt: number;
  readonly services: readonly ServiceReport[];
}

/** A service as others see it. */
export interface ServiceReport {
  readonly name: string;
  readonly state: ServiceState;
  readonly url: string;
  readonly ports: readonly PublishedPort[];
}

export interface UpRequest {
  /** Every service of the stack, with the environment it gets: secrets travel here and stay in memory. */
  readonly services: readonly ServiceDefinition[];
  /** The services meant, with what they depend on; all when empty. */
  readonly names: readonly string[];
  readonly deadlineMs: number;
}

export type Progress =
  | { readonly type: 'state'; readonly service: ServiceReport }
  | { readonly type: 'done'; readonly services: readonly ServiceReport[] }
  | { readonly type: 'problem'; readonly problem: Problem };
