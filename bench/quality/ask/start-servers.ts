import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer, temporaryFolder } from '@showrunner/testkit';
import type { Api } from './ask-brief.ts';

const KEY = 'sk-bench';
const APPS = join(import.meta.dirname, '../../../apps');

/** The checkout's own gateway with an embedded model, and the content API before it. */
export async function startServers(localModel: string): Promise<Api & AsyncDisposable> {
  const folder = await temporaryFolder();
  const config = join(folder.path, 'gateway.yaml');
  await writeFile(
    config,
    [
      'model_list:',
      `  - { model_name: default, litellm_params: { model: local/${localModel} } }`,
      'router_settings: { num_retries: 1, timeout: 600 }',
      'litellm_settings: { drop_params: true }',
      `general_settings: { master_key: ${KEY} }`,
      '',
    ].join('\n'),
  );
  const gateway = await startServer(join(APPS, 'gateway/src/main.ts'), {
    args: ['--config', config, '--port', '0', '--host', '127.0.0.1'],
    env: whereModelsLie(),
  });
  const api = await startServer(join(APPS, 'mpc-api/src/main.ts'), {
    args: ['--port', '0', '--host', '127.0.0.1'],
    env: { LITELLM_BASE_URL: gateway.url, LITELLM_API_KEY: KEY, MPC_API_KEY: KEY, NODE_ENV: 'production' },
  });
  return {
    url: api.url,
    key: KEY,
    [Symbol.asyncDispose]: async () => {
      await api.stop();
      await gateway.stop();
      await folder.remove();
    },
  };
}

function whereModelsLie(): Record<string, string> {
  const names = ['SHOWRUNNER_MODEL_PATH', 'SHOWRUNNER_CACHE_DIR', 'XDG_CACHE_HOME'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
