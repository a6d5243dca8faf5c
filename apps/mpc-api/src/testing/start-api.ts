import { join } from 'node:path';
import {
  openAiChunks,
  openAiCompletion,
  startScriptedUpstream,
  startServer,
  temporaryFolder,
  type Behaviour,
  type RecordedRequest,
  type ScriptedUpstream,
  type StartedServer,
} from '@showrunner/testkit';
import { writeFile } from 'node:fs/promises';
import { espressoAnswer, espressoMetadata, espressoThumbnail } from './espresso.ts';

export const KEY = 'sk-test-key';

/** How the model behind the gateway answers: in order, the last again and again, or as chosen for each request. */
export type ModelScript =
  | readonly [Behaviour, ...Behaviour[]]
  | ((request: RecordedRequest, index: number) => Behaviour | Promise<Behaviour>);

/** How a process of the API is called, with the administrator's key. */
export interface ApiCalls {
  readonly url: string;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
}

export interface RunningApi extends ApiCalls {
  readonly server: StartedServer;
  /** The gateway, for another server before it. */
  readonly gatewayUrl: string;
  /** The provider behind the gateway, and what it was asked. */
  readonly provider: ScriptedUpstream;
  /** Another process of the API before the same gateway, or the next one where the first has ended. */
  beside(env?: Readonly<Record<string, string>>): Promise<ApiCalls & { readonly server: StartedServer }>;
  /** A worker alone, on the same database. */
  worker(env?: Readonly<Record<string, string>>): Promise<StartedServer>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface ApiOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** LiteLLM model settings beside where the provider is. */
  readonly routerSettings?: string;
  /** What the gateway knows of the model; a price unless it says otherwise. */
  readonly modelInfo?: string;
}

/** The content API as its own process, behind it the real gateway, behind that a provider that plays a script. */
export async function startApi(script: ModelScript = wellBehaved, options: ApiOptions = {}): Promise<RunningApi> {
  const provider = await startScriptedUpstream(script);
  const gateway = await startGateway(provider.url, options);
  const besides: StartedServer[] = [];
  const startOne = (file: string, args: readonly string[], env: Readonly<Record<string, string>>) =>
    startServer(join(import.meta.dirname, file), {
      args,
      env: {
        LITELLM_BASE_URL: gateway.url,
        LITELLM_API_KEY: KEY,
        MPC_API_KEY: KEY,
        NODE_ENV: 'production',
        ...options.env,
        ...env,
      },
    });
  const start = (env: Readonly<Record<string, string>> = {}) => startOne('../main.ts', ['--port', '0'], env);
  const server = await start();
  return {
    ...callsOf(server),
    server,
    gatewayUrl: gateway.url,
    provider,
    async beside(env) {
      const another = await start(env);
      besides.push(another);
      return { ...callsOf(another), server: another };
    },
    async worker(env) {
      const worker = await startOne('../worker-main.ts', [], { INTERNAL_PORT: '0', ...env });
      besides.push(worker);
      return worker;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([server, ...besides].map((one) => one.stop()));
      await gateway.stop();
      await provider.close();
    },
  };
}

function callsOf({ url }: StartedServer): ApiCalls {
  const authorization = { authorization: `Bearer ${KEY}` };
  const send: ApiCalls['send'] = (method, path, body, headers = {}) =>
    fetch(url + path, {
      method,
      headers: { ...authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: bodyOf(body) }),
    });
  return {
    url,
    send,
    post: (path, body, headers) => send('POST', path, body, headers),
    get: (path, headers) => send('GET', path, undefined, headers),
  };
}

function bodyOf(body: unknown): NonNullable<RequestInit['body']> {
  return typeof body === 'string' || body instanceof Uint8Array
    ? (body as NonNullable<RequestInit['body']>)
    : JSON.stringify(body);
}

const PRICED = '{ input_cost_per_token: 0.000001, output_cost_per_token: 0.000002 }';

async function startGateway(
  providerUrl: string,
  { routerSettings = 'num_retries: 0', modelInfo = PRICED }: ApiOptions,
): Promise<StartedServer> {
  const folder = await temporaryFolder();
  const config = join(folder.path, 'gateway.yaml');
  await writeFile(
    config,
    [
      'model_list:',
      '  - model_name: default',
      `    litellm_params: { model: openai/gpt-test, api_base: "${providerUrl}/v1", api_key: sk-provider }`,
      `    model_info: ${modelInfo}`,
      `router_settings: { ${routerSettings} }`,
      `general_settings: { master_key: ${KEY} }`,
      '',
    ].join('\n'),
  );
  return startServer(join(import.meta.dirname, '../../../gateway/src/main.ts'), {
    args: ['--config', config, '--port', '0', '--host', '127.0.0.1'],
  });
}

/** A model that answers whatever schema it is asked for, at the first try. */
export function wellBehaved({ body }: RecordedRequest): Behaviour {
  const { stream, response_format } = body as {
    stream?: boolean;
    response_format?: { json_schema?: { name?: string } };
  };
  const text = JSON.stringify(answers[response_format?.json_schema?.name ?? '']);
  return stream ? { sse: openAiChunks(text) } : { json: openAiCompletion({ text }) };
}

const answers: Readonly<Record<string, unknown>> = {
  script: espressoAnswer,
  metadata: espressoMetadata,
  thumbnail_concepts: espressoThumbnail,
};

/** A success envelope as tests look into it. */
export interface Envelope {
  readonly success: true;
  readonly message: string;
  readonly data: Record<string, unknown> & { id: string };
  readonly meta: Record<string, unknown> & { job_id: string };
  readonly timestamp: string;
}

/** The events of a streamed answer. */
export async function eventsOf(response: Response): Promise<{ event: string; data: Record<string, unknown> }[]> {
  const text = await response.text();
  return [...text.matchAll(/^event: (\w+)\ndata: (.*)$/gm)].map(([, event = '', data = '']) => ({
    event,
    data: JSON.parse(data) as Record<string, unknown>,
  }));
}
