import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVER_MALLOC_ARENAS } from '@showrunner/stack';
import { startOnCore, type Server } from './processes.ts';

/** The key that the measured gateway asks for. */
export const KEY = 'sk-bench';

/** What is on in the measured gateway, in words for the table. */
export const PRODUCTION =
  'a key with limits (requests, tokens, parallel), metrics, a log line and a spend row a request';

/** Far above what is measured, so that each request is counted against them and none refused. */
const LIMITS = { rpm_limit: 1_000_000_000, tpm_limit: 1_000_000_000_000, max_parallel_requests: 10_000 };

export interface ProductionOptions {
  readonly name: string;
  readonly core: number | string;
  readonly folder: string;
  readonly upstreamUrl: string;
  /** Sections of the configuration beside those below. */
  readonly settings?: object;
  readonly nodeFlags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Whose gateway it is; this checkout's otherwise. */
  readonly checkout?: string;
}

const THIS_CHECKOUT = join(import.meta.dirname, '../../..');

/** Starts a gateway as in production: with everything that `PRODUCTION` names. `gpt` and `claude` are its models. */
export async function startProductionGateway(options: ProductionOptions): Promise<Server> {
  const { name, core, folder, upstreamUrl, settings, nodeFlags = [], env, checkout = THIS_CHECKOUT } = options;
  const deployment = (group: string, model: string, api_base: string): object => ({
    model_name: group,
    litellm_params: { model, api_key: 'sk-upstream', api_base },
  });
  const file = join(folder, `${name}.yaml`);
  const config = {
    model_list: [
      deployment('gpt', 'openai/gpt-4o-mini', `${upstreamUrl}/v1`),
      deployment('claude', 'anthropic/claude-opus-4-8', upstreamUrl),
    ],
    general_settings: { master_key: KEY, ...LIMITS },
    ...settings,
  };
  await writeFile(file, JSON.stringify(config));
  const main = join(checkout, 'apps/gateway/src/main.ts');
  const args = [...nodeFlags, main, '--config', file, '--port', '0', '--host', '127.0.0.1'];
  // Where the supervisor and the images keep it; a second start under the same name finds it.
  const NODE_COMPILE_CACHE = join(folder, `${name}-compiled`);
  return startOnCore(core, args, {
    DATA_DIR: join(folder, name),
    NODE_COMPILE_CACHE,
    MALLOC_ARENA_MAX: SERVER_MALLOC_ARENAS,
    ...env,
  });
}
