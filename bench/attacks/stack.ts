import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureRuntime, pullModel } from '@showrunner/providers/local';
import { startScriptedUpstream, startServer, temporaryFolder, type UpstreamScript } from '@showrunner/testkit';

const KEY = 'sk-bench';
const apps = join(import.meta.dirname, '../../apps');

/** Which model cache: the gateway of the bench uses the one that this process would. */
const CACHE_VARIABLES = ['XDG_CACHE_HOME', 'SHOWRUNNER_CACHE_DIR', 'LOCALAPPDATA'] as const;

/** One question as it was sent, and what the model said. */
export interface Asked {
  readonly system: string;
  readonly prompt: string;
  readonly reply: string;
}

export interface Stack {
  /** Posts to `/generate/<path>`. */
  post(path: string, body: object): Promise<Response>;
  /** What was asked since the last time this was called. */
  takeAsked(): Asked[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** The content API before the gateway with the embedded model, as `npm run demo` has them, and a listener between. */
export async function startEmbeddedStack(model: string): Promise<Stack> {
  await Promise.all([pullModel(model), ensureRuntime()]);
  const folder = await temporaryFolder();
  const config = join(folder.path, 'config.yaml');
  const deployment = { model_name: 'default', litellm_params: { model: `local/${model}` } };
  const settings = { num_retries: 1, timeout: 600 };
  const text = { model_list: [deployment], router_settings: settings, general_settings: { master_key: KEY } };
  await writeFile(config, JSON.stringify({ ...text, litellm_settings: { drop_params: true } }));
  const gateway = await startServer(join(apps, 'gateway/src/main.ts'), {
    args: ['--config', config, '--port', '0', '--host', '127.0.0.1'],
    env: Object.fromEntries(CACHE_VARIABLES.flatMap((name) => pair(name, process.env[name]))),
  });
  const stack = await startBefore(async ({ method, path, bytes }) => {
    const body = method === 'POST' ? { body: bytes } : {};
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
    const response = await fetch(gateway.url + path, { method, headers, ...body });
    return { status: response.status, json: await response.json() };
  });
  return {
    ...stack,
    async [Symbol.asyncDispose]() {
      await stack[Symbol.asyncDispose]();
      await gateway.stop();
      await folder.remove();
    },
  };
}

/** The content API before a gateway that plays a script. */
export async function startBefore(script: UpstreamScript, env: Readonly<Record<string, string>> = {}): Promise<Stack> {
  const asked: Asked[] = [];
  const between = await startScriptedUpstream(async (request, index) => {
    const behaviour = typeof script === 'function' ? await script(request, index) : script[0];
    const { messages } = (request.body ?? {}) as { readonly messages?: readonly { readonly content: string }[] };
    const [system, ...rest] = messages?.map(({ content }) => content) ?? [];
    if (system !== undefined) asked.push({ system, prompt: rest.join('\n\n'), reply: replyIn(behaviour) });
    return behaviour;
  });
  const api = await startServer(join(apps, 'mpc-api/src/main.ts'), {
    args: ['--port', '0', '--host', '127.0.0.1'],
    env: { LITELLM_BASE_URL: between.url, LITELLM_API_KEY: KEY, MPC_API_KEY: KEY, NODE_ENV: 'production', ...env },
  });
  return {
    post: (path, body) =>
      fetch(`${api.url}/generate/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, cache: false }),
      }),
    takeAsked: () => asked.splice(0),
    async [Symbol.asyncDispose]() {
      await api.stop();
      await between.close();
    },
  };
}

interface Completion {
  readonly json?: { readonly choices?: readonly { readonly message?: { readonly content?: string } }[] };
}

function replyIn(behaviour: object): string {
  return (behaviour as Completion).json?.choices?.[0]?.message?.content ?? JSON.stringify(behaviour);
}

function pair(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]];
}
