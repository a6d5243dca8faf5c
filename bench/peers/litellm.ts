import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installOnce, PEERS_CACHE } from './install-once.ts';

const run = promisify(execFile);

/** What is compared and measured; releases 1.82.7 and 1.82.8 were compromised and are never to be installed. */
export const LITELLM_VERSION = '1.108.7';

/**
 * Without a client of its database that can be imported, each refusal of a key is a bare 500; asyncpg is what the
 * stand-in for that client in `bench/differential/litellm-database` speaks to Postgres with.
 */
const PACKAGES = [`litellm[proxy]==${LITELLM_VERSION}`, 'prisma==0.11.0', 'asyncpg==0.32.0', 'prometheus_client'];

/** The price table that it brings, not one from the network. */
export const LITELLM_ENVIRONMENT = { LITELLM_LOCAL_MODEL_COST_MAP: 'True', LITELLM_TELEMETRY: 'False' };

const folder = process.env.LITELLM_VENV ?? join(PEERS_CACHE, `litellm-${LITELLM_VERSION}`);

/** The proxy's own command. */
export function liteLlmProgram(): string {
  return join(folder, 'bin/litellm');
}

/** Puts the pinned version on this machine, unless it is there. `LITELLM_VENV` names one that holds it already. */
export async function installLiteLlm(): Promise<void> {
  if (process.env.LITELLM_VENV === undefined) {
    await installOnce(folder, async () => {
      await run('python3', ['-m', 'venv', folder]);
      await run(join(folder, 'bin/pip'), ['install', '--quiet', ...PACKAGES]);
    });
  }
  const ask = "import importlib.metadata as m; print(m.version('litellm'))";
  const { stdout } = await run(join(folder, 'bin/python'), ['-c', ask]);
  if (stdout.trim() !== LITELLM_VERSION)
    throw new Error(`${folder} holds LiteLLM ${stdout.trim()}, not ${LITELLM_VERSION}.`);
}
