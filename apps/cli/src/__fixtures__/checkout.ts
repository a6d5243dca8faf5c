import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { freePortPair } from '@showrunner/testkit';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { answers } from './answers.ts';
import { createJsonOutput } from '../output/json-output.ts';
import { createTextOutput } from '../output/text-output.ts';
import type { TextStreams } from '../output/text-output.ts';
import { loadStack } from '../stack/load-stack.ts';

/** A checkout with small servers in place of ours, on ports of its own. */
export interface FixtureCheckout {
  readonly root: string;
  readonly gatewayPort: number;
  /** A context whose output is kept; `options` are what commander would have parsed. */
  run(
    handler: (context: CommandContext, command: Command) => Promise<unknown>,
    given?: { args?: readonly string[]; options?: object; json?: boolean; environment?: Record<string, string> },
  ): Promise<{ stdout: string; stderr: string; value: unknown }>;
  dispose(): Promise<void>;
}

export async function fixtureCheckout(): Promise<FixtureCheckout> {
  const root = mkdtempSync(join(tmpdir(), 'checkout-'));
  const [gatewayPort, mpcApiPort] = [await freePortPair(), await freePortPair()];
  for (const app of ['gateway', 'mpc-api']) {
    const entry = join(root, `apps/${app}/src/main.ts`);
    mkdirSync(dirname(entry), { recursive: true });
    cpSync(new URL('server.ts', import.meta.url), entry);
  }
  const answersFile = join(root, 'answers.json');
  writeFileSync(answersFile, JSON.stringify(answers));
  const configurations = join(root, 'ai-infra/litellm/config');
  mkdirSync(configurations, { recursive: true });
  for (const [name, model] of [
    ['local', 'local/auto'],
    ['openai-only', 'openai/gpt-5'],
  ]) {
    const text = `model_list:\n  - model_name: default\n    litellm_params:\n      model: ${model}\n`;
    writeFileSync(join(configurations, `${name}.yaml`), text);
  }

  const contextFor = (environment: Record<string, string>, json: boolean) => {
    const [stdout, stderr] = [keptStream(), keptStream()];
    const streams = {
      stdin: new PassThrough(),
      stdout: stdout.stream,
      stderr: stderr.stream,
      env: {},
    } as unknown as TextStreams;
    const output = json ? createJsonOutput(streams.stdout) : createTextOutput(streams);
    const own = {
      // Without Redis, which this machine may have and others not.
      PATH: dirname(process.execPath),
      GATEWAY_PORT: String(gatewayPort),
      MPC_API_PORT: String(mpcApiPort),
      ANSWERS: answersFile,
    };
    const context: CommandContext = {
      output,
      root,
      environment: { ...own, ...environment },
      runtime: 'local',
      signal: new AbortController().signal,
    };
    return { context, kept: () => ({ stdout: stdout.text(), stderr: stderr.text() }) };
  };

  return {
    root,
    gatewayPort,
    async run(handler, { args = [], options = {}, json = false, environment = {} } = {}) {
      const { context, kept } = contextFor(environment, json);
      const command = { args, opts: () => ({ timeout: 20, ...options }) } as unknown as Command;
      const value = await handler(context, command);
      return { ...kept(), value };
    },
    async dispose() {
      const runtime = await loadStack(contextFor({}, false).context).openRuntime();
      await runtime.down();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function keptStream(): { stream: Writable; text: () => string } {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream, text: () => stripVTControlCharacters(text) };
}
