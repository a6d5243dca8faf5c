import { execFile } from 'node:child_process';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What is measured; releases 1.82.7 and 1.82.8 of LiteLLM were compromised and are never to be installed. */
const PORTKEY = '1.15.2';
const LITELLM = '1.90.0';

/** Where peers are kept between runs: outside the checkout, like everything that is downloaded. */
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'showrunner-bench');

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
const portkeyFolder = join(CACHE, `portkey-${PORTKEY}`);

/** LiteLLM's proxy: one worker, a master key, no database, so no limits and no spend rows. */
export const litellm: Peer = {
  name: `LiteLLM ${LITELLM}`,
  async install() {
    const given = process.env.LITELLM_VENV;
    if (given === undefined) {
      await installOnce(litellmFolder, async (folder) => {
        await run('python3', ['-m', 'venv', folder]);
        await run(join(folder, 'bin/pip'), ['install', '--quiet', `litellm[proxy]==${LITELLM}`]);
      });
    }
    const ask = "import importlib.metadata as m; print(m.version('litellm'))";
    const { stdout } = await run(join(given ?? litellmFolder, 'bin/python'), ['-c', ask]);
    if (stdout.trim() !== LITELLM) throw new Error(`${given} holds LiteLLM ${stdout.trim()}; ${LITELLM} is measured.`);
  },
  async command({ port, upstreamUrl, key, folder }) {
    const config = join(folder, 'litellm.yaml');
    const program = join(process.env.LITELLM_VENV ?? litellmFolder, 'bin/litellm');
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
      argv: [program, '--config', config, '--host', '127.0.0.1', '--port', String(port)],
      // The price table that it brings, not one from the network.
      env: { LITELLM_LOCAL_MODEL_COST_MAP: 'True', LITELLM_TELEMETRY: 'False' },
      headers: {},
    };
  },
};
const litellmFolder = join(CACHE, `litellm-${LITELLM}`);

/** Installs into a folder that exists afterwards only if the installation went through. */
async function installOnce(folder: string, install: (folder: string) => Promise<void>): Promise<void> {
  const isThere = await access(join(folder, '.complete')).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  console.log(`installing into ${folder} …`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await install(folder);
  await writeFile(join(folder, '.complete'), '');
}
