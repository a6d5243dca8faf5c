import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { providers } from '@showrunner/providers';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { gatewayEnvironment } from '../apps/gateway/src/environment.ts';
import { mpcApiEnvironment } from '../apps/mpc-api/src/environment.ts';

const root = resolve(import.meta.dirname, '..');

interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly tags?: readonly string[] };
  readonly environment?: Readonly<Record<string, unknown>>;
}

interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
}

function composeFile(path: string): ComposeFile {
  const text = readFileSync(join(root, path), 'utf8').replaceAll(/!(reset|override)\b/g, '');
  return parse(text, { merge: true }) as ComposeFile;
}

const { services } = composeFile('docker-compose.yml');
const handed = (service: string): string[] => Object.keys(services[service]?.environment ?? {});

describe('docker-compose.yml', () => {
  /** What the image says, or what means something else inside a container. */
  const settledByImage = new Set(['DATA_DIR', 'INTERNAL_HOST', 'REDIS_URL']);

  it.each([
    ['gateway', gatewayEnvironment.variables],
    ['mpc-api', mpcApiEnvironment.variables],
  ])('hands %s every setting that .env may hold', (service, variables) => {
    const settings = Object.entries(variables as Readonly<Record<string, { readonly inEnvFile?: boolean }>>)
      .filter(([name, { inEnvFile }]) => inEnvFile !== false && !settledByImage.has(name))
      .map(([name]) => name);
    expect(settings.length).toBeGreaterThan(5);
    expect(settings.filter((name) => !handed(service).includes(name))).toEqual([]);
  });

  it('hands the content API nothing that it does not read', () => {
    expect(handed('mpc-api').filter((name) => !(name in mpcApiEnvironment.variables))).toEqual([]);
  });

  it('hands the gateway the key of every vendor that it speaks to', () => {
    const needed = providers.map(({ environment }) => environment?.apiKey ?? []).filter((names) => names.length > 0);
    expect(needed.length).toBeGreaterThan(10);
    expect(needed.filter((names) => !names.some((name) => handed('gateway').includes(name)))).toEqual([]);
  });
});

describe.each(['compose.litellm.yml', 'compose.dev.yml'])('%s', (file) => {
  it('changes only services that there are', () => {
    const overridden = Object.keys(composeFile(`ai-infra/docker/${file}`).services);
    expect(overridden.filter((name) => !(name in services))).toEqual([]);
  });
});

describe('the images', () => {
  it('carry the version of the product, beside "latest"', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    for (const service of ['gateway', 'mpc-api']) {
      expect(services[service]?.image).toBe(`showrunner-${service}:${version}`);
      expect(services[service]?.build?.tags).toEqual([`showrunner-${service}`]);
    }
    const dockerfile = readFileSync(join(root, 'ai-infra/docker/Dockerfile'), 'utf8');
    expect(/^ARG VERSION=(.*)$/m.exec(dockerfile)?.[1]).toBe(version);
  });

  it('run on the Node that is pinned in runtime/', () => {
    const dockerfile = readFileSync(join(root, 'ai-infra/docker/Dockerfile'), 'utf8');
    const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'runtime/package.json'), 'utf8')) as {
      optionalDependencies: Readonly<Record<string, string>>;
    };
    expect(/^ARG NODE_IMAGE=node:([\d.]+)-/m.exec(dockerfile)?.[1]).toBe(Object.values(optionalDependencies)[0]);
  });
});
