import type { SuccessEnvelope } from '@showrunner/errors';
import type { CallOptions, Transport } from './transport.ts';
import type { Job, JobFilter } from './contract-types.generated.ts';

export interface Jobs {
  get(id: string, options?: CallOptions): Promise<Job>;
  /** Newest first; `before` (an id) continues where a page ended. */
  list(filter?: JobFilter, options?: CallOptions): Promise<Job[]>;
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
