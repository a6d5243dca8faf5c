import { chmodSync, copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePortPair, temporaryFolder } from '@showrunner/testkit';
import { generateSecret } from '../../environment/secrets.ts';
import type { Check, Outcome } from '../check.ts';
import { readInstallation, type Machine, type ValidationScope } from '../installation.ts';
import { runChecks } from '../run-checks.ts';

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '../../../../..');

/** What the checks read as it is. */
const COPIED = [
  '.env.example',
  '.gitignore',
  'docker-compose.yml',
  'package-lock.json',
  'package.json',
  'showrunner',
  ...['Dockerfile'].map((file) => `ai-infra/docker/${file}`),
  ...['local', 'openai-only', 'anthropic-only', 'multi-provider', 'production-fallback'].map(
    (name) => `ai-infra/litellm/config/${name}.yaml`,
  ),
  ...['bootstrap.mjs', 'side-install.mjs', 'package.json', 'package-lock.json'].map((file) => `runtime/${file}`),
];
/** What runs, or is large. */
const LINKED = ['apps/gateway', 'apps/mpc-api', 'node_modules'];

/** Keys as `init` writes them, new in each run: none that looks real stands in the repository. */
export const GOOD_KEYS = {
  LITELLM_MASTER_KEY: `sk-${generateSecret()}`,
  MPC_API_KEY: generateSecret(),
  REDIS_PASSWORD: generateSecret(),
} as const;

const GOOD_ENV = `LITELLM_MASTER_KEY=${GOOD_KEYS.LITELLM_MASTER_KEY}
MPC_API_KEY=${GOOD_KEYS.MPC_API_KEY}
REDIS_PASSWORD=${GOOD_KEYS.REDIS_PASSWORD}
SHOWRUNNER_CONFIG=local
`;

/** A sound checkout of its own, to be broken. */
export interface TestCheckout {
  readonly root: string;
  /** The operator's environment; tests change it. */
  readonly environment: Record<string, string | undefined>;
  readonly machine: Partial<Machine>;
  readonly scope: ValidationScope;
  readonly change: (changes: {
    environment?: Record<string, string>;
    machine?: Partial<Machine>;
    scope?: Partial<ValidationScope>;
  }) => void;
  readonly write: (path: string, text: string) => string;
  /** Adds lines to a sound `.env`. */
  readonly addToEnv: (text: string) => void;
  readonly remove: (path: string) => void;
  /** A shell script that the checks find on the PATH. */
  readonly program: (name: string, script: string) => void;
  /** Ended with the checkout. */
  readonly use: (resource: AsyncDisposable) => void;
  readonly run: (check: Check) => Promise<Outcome>;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function testCheckout(): Promise<TestCheckout> {
  const folder = await temporaryFolder();
  const root = folder.path;
  for (const path of COPIED) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    copyFileSync(join(REPOSITORY, path), join(root, path));
  }
  for (const path of LINKED) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(join(REPOSITORY, path), join(root, path));
  }
  const resources = new AsyncDisposableStack();
  const environment: Record<string, string | undefined> = {
    PATH: `${join(root, 'programs')}:/usr/local/bin:/usr/bin:/bin`,
    HOME: root,
    SHOWRUNNER_CACHE_DIR: join(root, 'cache'),
    ...(await freePorts()),
  };
  const machine: Partial<Machine> = {};
  const scope = { isOnline: false, isDeep: false };
  const write = (path: string, text: string): string => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  write('.env', GOOD_ENV);
  chmodSync(join(root, '.env'), 0o600);
  const checkout: TestCheckout = {
    root,
    environment,
    machine,
    scope,
    change(changes) {
      Object.assign(environment, changes.environment);
      Object.assign(machine, changes.machine);
      Object.assign(scope, changes.scope);
    },
    write,
    addToEnv: (text) => void write('.env', GOOD_ENV + text),
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    program(name, script) {
      chmodSync(write(`programs/${name}`, `#!/bin/sh\n${script}\n`), 0o755);
    },
    use: (resource) => void resources.use(resource),
    async run(check) {
      const installation = readInstallation({ root: checkout.root, environment, runtime: 'local' }, scope);
      const read = { ...installation, machine: { ...installation.machine, ...machine } };
      const [checked] = await runChecks([check], read, new AbortController().signal);
      if (checked === undefined) throw new Error(`${check.id} has no outcome`);
      return checked.outcome;
    },
    async [Symbol.asyncDispose]() {
      await resources.disposeAsync();
      await folder.remove();
    },
  };
  return checkout;
}

/** A port with its successor for each server. */
async function freePorts(): Promise<Record<'GATEWAY_PORT' | 'MPC_API_PORT', string>> {
  return { GATEWAY_PORT: String(await freePortPair()), MPC_API_PORT: String(await freePortPair()) };
}
