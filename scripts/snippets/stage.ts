import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, freePortPair, temporaryFolder, testPython } from '@showrunner/testkit';
import { copyCheckout, writeEnvironment } from './checkout-copy.ts';
import { startScriptedVendor } from './scripted-vendor.ts';
import { startShellSession, type ShellSession } from './shell-session.ts';

/** Where documents are followed: a copy of the checkout, its stack on ports of its own, a scripted vendor behind it. */
export interface Stage {
  readonly folder: string;
  /** A snippet with the ports of this stage in place of the documented ones. */
  localized(text: string): string;
  /** A reader who begins a document: `.env` as it was written at first, the stack up, a new terminal. */
  begin(signal: AbortSignal): Promise<ShellSession>;
  close(): Promise<void>;
}

export async function openStage(root: string): Promise<Stage> {
  const [vendor, copy, work] = await Promise.all([startScriptedVendor(), copyCheckout(root), temporaryFolder()]);
  const [gateway, api] = [await freePortPair(), await freePortPair()];
  await writeEnvironment(copy.path, {
    GATEWAY_PORT: String(gateway),
    MPC_API_PORT: String(api),
    OPENAI_API_KEY: 'sk-test',
    ANTHROPIC_API_KEY: 'sk-ant-test',
    SHOWRUNNER_CONFIG: 'openai-only',
  });
  const freshEnvironment = join(work.path, 'env');
  await copyFile(join(copy.path, '.env'), freshEnvironment);

  const ports: Readonly<Record<string, number>> = {
    3000: api,
    3001: api + 1,
    4000: gateway,
    4001: gateway + 1,
    // A server that a document starts beside the stack.
    4100: await freePort(),
  };
  const inherited = Object.fromEntries(
    ['PATH', 'LANG', 'TMPDIR'].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  ) as Record<string, string>;
  const environment = {
    ...inherited,
    // Nothing of the reader's home is read or written.
    HOME: work.path,
    NO_COLOR: '1',
    // As processes, whatever engine this machine has.
    SHOWRUNNER_RUNTIME: 'local',
    OPENAI_BASE_URL: `${vendor.url}/v1`,
    ANTHROPIC_BASE_URL: vendor.url,
    SHOWRUNNER_TEST_PYTHON: testPython(),
  };
  const session = (): Promise<ShellSession> => startShellSession(copy.path, work.path, environment);

  return {
    folder: copy.path,
    localized: (text) =>
      text
        .replaceAll(/\b(?:localhost|127\.0\.0\.1):(\d+)\b/g, (address, port: string) =>
          port in ports ? `127.0.0.1:${ports[port]}` : address,
        )
        .replaceAll(/--port (\d+)\b/g, (flag, port: string) => (port in ports ? `--port ${ports[port]}` : flag)),
    async begin(signal) {
      await copyFile(freshEnvironment, join(copy.path, '.env'));
      const terminal = await session();
      const { status, stdout, stderr } = await terminal.run('./showrunner up', signal);
      if (status !== 0) throw new Error(`The stack does not start:\n${stdout}${stderr}`);
      return terminal;
    },
    async close() {
      await (await session()).run('./showrunner down', AbortSignal.timeout(30_000));
      await Promise.all([vendor.close(), copy.remove(), work.remove()]);
    },
  };
}
