import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer, temporaryFolder } from '@showrunner/testkit';
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';

const mainFile = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The key of every gateway that a test starts. */
export const MASTER_KEY = 'sk-test-master';

/** A key that data of earlier versions has. */
export const KEPT_KEY = 'sk-kept-by-an-earlier-version';

/** A gateway in a process of its own, as an operator runs it. */
export interface StartedGateway {
  readonly url: string;
  /** OpenAI's SDK, pointed at it; it never retries, so that a test sees each answer. */
  readonly openai: OpenAI;
  /** Anthropic's, in the same way. */
  readonly anthropic: Anthropic;
  /** Google's. */
  readonly google: GoogleGenAI;
  readonly logs: readonly string[];
  readonly pid: number | undefined;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** A JSON body to any path, with the master key. */
  postTo(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string): Promise<Response>;
  /** Writes another configuration the way editors do: a new file, renamed over the old one. */
  rewriteConfig(config: object | string): Promise<void>;
  stop(): Promise<number | null>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts the gateway with a configuration; without `general_settings` it has the master key. */
export async function startGateway(config: object | string, env: Record<string, string> = {}): Promise<StartedGateway> {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'config.yaml');
  const text = (value: object | string): string =>
    typeof value === 'string' ? value : JSON.stringify({ general_settings: { master_key: MASTER_KEY }, ...value });
  await writeFile(file, text(config));
  const server = await startServer(mainFile, { args: ['--config', file, '--port', '0', '--host', '127.0.0.1'], env });
  const authorization = `Bearer ${MASTER_KEY}`;
  const postTo = (path: string, body: unknown, headers?: Record<string, string>): Promise<Response> =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const stop = async (): Promise<number | null> => {
    const code = await server.stop();
    await folder.remove();
    return code;
  };
  return {
    url: server.url,
    openai: new OpenAI({ baseURL: `${server.url}/v1`, apiKey: MASTER_KEY, maxRetries: 0 }),
    anthropic: new Anthropic({ baseURL: server.url, apiKey: MASTER_KEY, maxRetries: 0 }),
    google: new GoogleGenAI({ apiKey: MASTER_KEY, httpOptions: { baseUrl: server.url } }),
    logs: server.logs,
    pid: server.process.pid,
    post: (body, headers) => postTo('/v1/chat/completions', body, headers),
    postTo,
    get: (path) => fetch(server.url + path, { headers: { authorization } }),
    async rewriteConfig(value) {
      await writeFile(`${file}.new`, text(value));
      await rename(`${file}.new`, file);
    },
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop();
    },
  };
}

/** An entry of `model_list` that calls a scripted upstream over OpenAI's wire. */
export function openAiModel(name: string, upstreamUrl: string, params: object = {}): object {
  return {
    model_name: name,
    litellm_params: { model: 'openai/gpt-5.4', api_key: 'sk-upstream', api_base: `${upstreamUrl}/v1`, ...params },
  };
}

/** The same, whatever wire asks. */
export function chatModel(name: string, upstreamUrl: string): object {
  return openAiModel(name, upstreamUrl, { use_chat_completions_api: true });
}

/** The same over Anthropic's wire. */
export function anthropicModel(name: string, upstreamUrl: string, params: object = {}): object {
  return {
    model_name: name,
    litellm_params: { model: 'anthropic/claude-sonnet-4-6', api_key: 'sk-upstream', api_base: upstreamUrl, ...params },
  };
}

/** A chat request with one message. */
export function ask(
  model: string,
  members: object = {},
): { model: string; messages: { role: 'user'; content: string }[] } {
  return { model, messages: [{ role: 'user', content: 'Say hello' }], ...members };
}
