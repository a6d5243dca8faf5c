import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installOnce, PEERS_CACHE } from './install-once.ts';
import { installLiteLlm, LITELLM_ENVIRONMENT, LITELLM_VERSION, liteLlmProgram } from './litellm.ts';

const run = promisify(execFile);

const PORTKEY = '1.15.2';

export interface PeerOptions {
  readonly port: number;
  /** The vendor's root, without `/v1`. */
  readonly upstreamUrl: string;
  /** The key that callers present, where the peer knows keys. */
  readonly key: string;
  /** A folder for files of this run. */
  readonly folder: string;
}

export interface PeerCommand {
  readonly argv: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  /** What a request carries beside the key. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Peer {
  readonly name: string;
  /** Puts the pinned version on this machine, unless it is there. */
  install(): Promise<void>;
  /** How it is started for one run. */
  command(options: PeerOptions): Promise<PeerCommand>;
}

/** Portkey's gateway: no keys of its own, no limits, no spend; the vendor is named by headers of the request. */
export const portkey: Peer = {
  name: `Portkey ${PORTKEY}`,
  async install() {
    await installOnce(portkeyFolder, async (folder) => {
      await writeFile(join(folder, 'package.json'), '{"private":true}');
      const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
      await run('npm', ['install', ...flags, `@portkey-ai/gateway@${PORTKEY}`], { cwd: folder });
    });
  },
  async command({ port, upstreamUrl }) {
    const script = join(portkeyFolder, 'node_modules/@portkey-ai/gateway/build/start-server.js');
    return {
      argv: [process.execPath, script, '--headless', `--port=${port}`],
      env: { NODE_ENV: 'production' },
      headers: {
        'x-portkey-provider': 'openai',
        'x-portkey-custom-host': `${upstreamUrl}/v1`,
      },
    };
  },
};
const portkeyFolder = join(PEERS_CACHE, `portkey-${PORTKEY}`);

/** LiteLLM's proxy: one worker, a master key, no database, so no limits and no spend rows. */
export const litellm: Peer = {
  name: `LiteLLM ${LITELLM_VERSION}`,
  install: installLiteLlm,
  async command({ port, upstreamUrl, key, folder }) {
    const config = join(folder, 'litellm.yaml');
    // JSON is YAML.
    await writeFile(
      config,
      JSON.stringify({
        model_list: [
          {
            model_name: 'gpt',
            litellm_params: { model: 'openai/gpt-4o-mini', api_key: 'sk-up', api_base: `${upstreamUrl}/v1` },
          },
        ],
        general_settings: { master_key: key },
      }),
    );
    return {
      argv: [liteLlmProgram(), '--config', config, '--host', '127.0.0.1', '--port', String(port)],
      env: LITELLM_ENVIRONMENT,
      headers: {},
    };
  },
};
