import type { SuccessEnvelope } from '@showrunner/errors';
import type { CallOptions, Transport } from './transport.ts';
import type { Job, JobState } from './types.ts';

export interface Jobs {
  get(id: string, options?: CallOptions): Promise<Job>;
  /** Newest first; `before` (an id) continues where a page ended. */
  list(filter?: JobFilter, options?: CallOptions): Promise<Job[]>;
}

export interface JobFilter {
  /** 1 to 100; default 20. */
  readonly limit?: number;
  readonly before?: string;
  readonly state?: JobState;
  readonly recipe?: string;
}

export function createJobs(transport: Transport): Jobs {
  return {
    async get(id, options = {}) {
      const path = `/jobs/${encodeURIComponent(id)}`;
      return (await transport.read<SuccessEnvelope<Job>>('GET', path, options)).data;
    },
    async list(filter = {}, options = {}) {
      const query = new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)]));
      return (await transport.read<SuccessEnvelope<Job[]>>('GET', `/jobs?${query.toString()}`, options)).data;
    },
  };
}
