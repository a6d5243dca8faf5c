import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docker, output, root } from './docker.ts';
import { openTestStack, type TestStack } from './test-stack.ts';

/** 10⁶ bytes, beyond the base image. */
const LIMIT_MB = 200;

let stack: TestStack;
beforeAll(async () => {
  stack = await openTestStack();
  await stack.compose('build');
});
afterAll(() => stack[Symbol.asyncDispose]());

interface Inspected {
  readonly Size: number;
  readonly Config: {
    readonly User: string;
    readonly Env: readonly string[];
    readonly Healthcheck: { readonly Test: readonly string[] };
    readonly Labels: Readonly<Record<string, string>>;
  };
  readonly RootFS: { readonly Layers: readonly string[] };
}

const inspect = async (image: string): Promise<Inspected> =>
  (JSON.parse(await docker('image', 'inspect', image)) as [Inspected])[0];

describe.each(['gateway', 'mpc-api'])('the image of %s', (service) => {
  const image = `showrunner-${service}`;

  test(`is less than ${LIMIT_MB} MB beyond its base`, async () => {
    const base =
      /^ARG NODE_IMAGE=(.+)$/m.exec(readFileSync(join(root, 'ai-infra/docker/Dockerfile'), 'utf8'))?.[1] ?? '';
    const size = ((await inspect(image)).Size - (await inspect(process.env.NODE_IMAGE ?? base)).Size) / 1e6;
    console.log(`${image}: ${size.toFixed(1)} MB beyond ${base}`);
    expect(size).toBeLessThan(LIMIT_MB);
  });

  test('runs as a numbered user, with a health check that needs no shell', async () => {
    const { Config } = await inspect(image);
    expect(Config.User).toBe('1000:1000');
    expect(Config.Healthcheck.Test).toEqual(['CMD', 'node', '/app/healthcheck.mjs']);
    expect(Config.Labels).toMatchObject({
      'org.opencontainers.image.title': image,
      'org.opencontainers.image.licenses': 'Apache-2.0',
    });
  });

  test('has no secret in its settings, its history or any layer', async () => {
    const told = (await docker('image', 'inspect', image)) + (await docker('history', '--no-trunc', image));
    const folder = await mkdtemp(join(tmpdir(), 'showrunner-image-'));
    try {
      const tar = join(folder, 'image.tar');
      await docker('save', '--output', tar, image);
      expect((await output('tar', ['-xf', tar, '-C', folder])).exitCode).toBe(0);
      await rm(tar);
      const secrets = [...stack.secrets, ...keysOfThisCheckout()];
      for (const secret of secrets) expect(told).not.toContain(secret);
      // Layers are tar archives, so that text in their files is text in them. grep ends with 1 where nothing matches.
      const patterns = secrets.flatMap((secret) => ['-e', secret]);
      const { exitCode, stdout } = await output('grep', ['-rlaF', ...patterns, folder]);
      expect(stdout).toBe('');
      expect(exitCode).toBe(1);
      expect((await readdir(folder)).length).toBeGreaterThan(1);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('has no tests, no development tools and no other apps', async () => {
    const files = await docker('run', '--rm', '--entrypoint', 'find', image, '/app', '-type', 'f');
    expect(files).toContain(`/app/apps/${service}/src/main.ts`);
    const own = files.replaceAll(/^.*\/node_modules\/.*$/gm, '');
    expect(own).not.toMatch(/\/app\/(apps|packages)\/[^\n]*(\.test\.ts|\/testing\/|\/__fixtures__\/|\.md)$/m);
    expect(own).not.toMatch(/\/app\/(apps\/cli|packages\/(stack|testkit))\/src/);
    expect(files).not.toMatch(/node_modules\/(typescript|vitest|oxlint)\//);
    expect(files).not.toMatch(/\.gguf$|\/\.env/m);
  });
});

/** The values in a developer's own `.env`, where there is one. */
function keysOfThisCheckout(): string[] {
  try {
    const text = readFileSync(join(root, '.env'), 'utf8');
    return Array.from(text.matchAll(/^\w+(?:KEY|PASSWORD|SECRET)=(\S{8,})/gm), ([, value = '']) => value);
  } catch {
    return [];
  }
}

describe('the Compose files', () => {
  test.each([
    ['the stack', []],
    ['LiteLLM', ['ai-infra/docker/compose.litellm.yml']],
    ['development', ['ai-infra/docker/compose.dev.yml']],
    ['LiteLLM and development', ['ai-infra/docker/compose.litellm.yml', 'ai-infra/docker/compose.dev.yml']],
  ])('of %s are valid', async (_, overrides) => {
    const files = ['docker-compose.yml', ...overrides].flatMap((file) => ['--file', file]);
    expect(await stack.composeOutput(...files, 'config', '--quiet')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test.each(['LITELLM_MASTER_KEY', 'MPC_API_KEY', 'REDIS_PASSWORD'])(
    'refuse to be used without %s and say how to set it',
    async (name) => {
      const environment = { ...stack.environment, [name]: '' };
      const { exitCode, stderr } = await output('docker', ['compose', 'config', '--quiet'], environment);
      expect(exitCode).not.toBe(0);
      expect(stderr).toMatch(new RegExp(`${name}=.* into \\.env; openssl rand`));
    },
  );
});
