import { randomBytes } from 'node:crypto';
import { chmod, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  freePortPair,
  openAiChunks,
  openAiCompletion,
  startScriptedUpstream,
  temporaryFolder,
  waitUntil,
  type Behaviour,
  type RecordedRequest,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { espressoAnswer } from '../../apps/mpc-api/src/testing/espresso.ts';
import { docker, output, printed, type Output } from './docker.ts';

/** How many pieces a streamed answer has, and the pause between two: long enough to stop the stack in the middle. */
export const STREAM_PIECES = 24;
const STREAM_GAP_MS = 200;

export interface TestStack {
  readonly project: string;
  /** For Compose and for the command line: secrets, ports, names of its own. */
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  /** The provider behind the gateway, on this machine. */
  readonly provider: ScriptedUpstream;
  readonly gatewayUrl: string;
  readonly apiUrl: string;
  compose(...args: readonly string[]): Promise<string>;
  composeOutput(...args: readonly string[]): Promise<Output>;
  container(service: string): Promise<string>;
  /** A command inside a service's container. */
  inside(service: string, ...command: readonly string[]): Promise<Output>;
  generateScript(prompt: string): Promise<Response>;
  get(path: string): Promise<Response>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** The stack of this checkout under a name, with ports and secrets of its own; nothing of it is started yet. */
export async function openTestStack(): Promise<TestStack> {
  const provider = await startScriptedUpstream(wellBehaved);
  const reachable = await reachableFromContainers(Number(new URL(provider.url).port));
  const folder = await temporaryFolder();
  // The containers' user is none of this machine's.
  await chmod(folder.path, 0o755);
  await writeFile(join(folder.path, 'scripted.yaml'), configuration(reachable.port));

  const project = `showrunner-test-${process.pid}-${randomBytes(3).toString('hex')}`;
  const [gatewayPort, apiPort] = [await freePortPair(), await freePortPair()];
  const secret = (): string => randomBytes(18).toString('hex');
  const keys = {
    LITELLM_MASTER_KEY: `sk-${secret()}`,
    MPC_API_KEY: secret(),
    // What a person may choose: the shell, YAML and Redis all have a meaning for these.
    REDIS_PASSWORD: `${secret()} "$x'#%`,
    OPENAI_API_KEY: `sk-provider-${secret()}`,
  };
  const environment = {
    ...keys,
    COMPOSE_PROJECT_NAME: project,
    NETWORK_NAME: project,
    GATEWAY_PORT: String(gatewayPort),
    MPC_API_PORT: String(apiPort),
    SHOWRUNNER_CONFIG: 'scripted',
    SHOWRUNNER_CONFIG_FOLDER: folder.path,
    // The command line names the file itself.
    CONFIG_FILE_PATH: join(folder.path, 'scripted.yaml'),
    // It keeps its notes there, and not in this checkout's.
    DATA_DIR: join(folder.path, 'data'),
  };

  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const authorization = { authorization: `Bearer ${keys.MPC_API_KEY}` };
  const composeOutput = (...args: readonly string[]): Promise<Output> =>
    output('docker', ['compose', ...args], environment);
  const container = (service: string): Promise<string> =>
    docker('ps', '--all', '--quiet', '--filter', `name=^${project}-${service}-1$`);

  return {
    project,
    environment,
    secrets: Object.values(keys),
    provider,
    gatewayUrl: `http://127.0.0.1:${gatewayPort}`,
    apiUrl,
    composeOutput,
    compose: async (...args) => printed(await composeOutput(...args), ['compose', ...args]),
    container,
    inside: async (service, ...command) => output('docker', ['exec', await container(service), ...command]),
    generateScript: (prompt) =>
      fetch(`${apiUrl}/generate/script`, {
        method: 'POST',
        headers: { ...authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ prompt, duration: 60 }),
      }),
    get: (path) => fetch(apiUrl + path, { headers: authorization }),
    async [Symbol.asyncDispose]() {
      await composeOutput('down', '--volumes', '--remove-orphans', '--timeout', '5');
      await reachable.close();
      await provider.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Until the engine has started a service again and it answers. */
export async function answersAgain(url: string): Promise<void> {
  await waitUntil(async () => (await fetch(url).catch(() => undefined))?.ok === true, {
    what: url,
    deadlineMs: 60_000,
  });
}

const configuration = (port: number): string => `
model_list:
  - model_name: default
    litellm_params:
      model: openai/gpt-5.4
      api_base: http://host.docker.internal:${port}/v1
      api_key: os.environ/OPENAI_API_KEY
router_settings:
  num_retries: 0
general_settings:
  master_key: os.environ/LITELLM_MASTER_KEY
`;

/** A script to whoever asks for one whole, a slow stream to whoever asks for a stream of plain text. */
function wellBehaved({ body }: RecordedRequest): Behaviour {
  const { stream = false, response_format: format } = body as { stream?: boolean; response_format?: unknown };
  const text = JSON.stringify(espressoAnswer);
  if (!stream) return { json: openAiCompletion({ text }) };
  if (format !== undefined) return { sse: openAiChunks(text) };
  return {
    sse: openAiChunks('word '.repeat(STREAM_PIECES), { charactersPerChunk: 'word '.length }),
    gapMs: STREAM_GAP_MS,
  };
}

/** Containers reach this machine by its address in their network, where a server on 127.0.0.1 does not listen. */
async function reachableFromContainers(target: number): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer((incoming) => {
    const outgoing = connect(target, '127.0.0.1');
    incoming.on('error', () => outgoing.destroy()).pipe(outgoing);
    outgoing.on('error', () => incoming.destroy()).pipe(incoming);
  });
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
    },
  };
}
