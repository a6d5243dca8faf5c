import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { providers } from '@showrunner/providers';
import { CONTENT_NODE_ARGS, SERVER_MALLOC_ARENAS, stackServices } from '@showrunner/stack';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { gatewayEnvironment } from '../apps/gateway/src/environment.ts';
import { mpcApiEnvironment } from '../apps/mpc-api/src/environment.ts';

const root = resolve(import.meta.dirname, '..');

interface ComposeService {
  readonly depends_on?: Readonly<Record<string, unknown>>;
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
  const decidedByImage = new Set(['DATA_DIR', 'INTERNAL_HOST', 'REDIS_URL']);

  it.each([
    ['gateway', gatewayEnvironment.variables],
    ['mpc-api', mpcApiEnvironment.variables],
    ['worker', mpcApiEnvironment.variables],
  ])('hands %s every setting that .env may hold', (service, variables) => {
    const settings = Object.entries(variables as Readonly<Record<string, { readonly inEnvFile?: boolean }>>)
      .filter(([name, { inEnvFile }]) => inEnvFile !== false && !decidedByImage.has(name))
      .map(([name]) => name);
    expect(settings.length).toBeGreaterThan(5);
    expect(settings.filter((name) => !handed(service).includes(name))).toEqual([]);
  });

  it('hands the content API nothing that it does not read', () => {
    expect(handed('mpc-api').filter((name) => !(name in mpcApiEnvironment.variables))).toEqual([]);
  });

  it('hands the gateway whatever a vendor that it speaks to reads', () => {
    const needed = providers.flatMap(({ environment }) => Object.values(environment).flat());
    expect(needed.length).toBeGreaterThan(20);
    expect(needed.filter((name) => !handed('gateway').includes(name))).toEqual([]);
  });

  it('says of each service what its service file says', () => {
    for (const { name, container } of stackServices) {
      const written = services[name];
      expect(written).toMatchObject({
        user: container.user,
        volumes: { length: container.mounts.length },
        deploy: { resources: { limits: { memory: container.limits.memory, pids: container.limits.processes } } },
        stop_grace_period: `${container.stopGraceSeconds}s`,
        ...(container.command && { command: container.command }),
        ...(container.entrypoint && { entrypoint: container.entrypoint }),
        healthcheck: { test: container.health.test, interval: `${container.health.intervalSeconds}s` },
      });
      expect(Object.keys(written?.depends_on ?? {})).toEqual(container.needs);
    }
    expect(Object.keys(services).toSorted()).toEqual(stackServices.map(({ name }) => name).toSorted());
  });
});

describe('what names vendors by hand', () => {
  const vendors = new Set<string>(providers.flatMap(({ environment }) => Object.values(environment).flat()));

  it('is in the configurations that are shipped only what a vendor reads, or a key of the stack', () => {
    const folder = join(root, 'ai-infra/litellm/config');
    const named = readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .flatMap((name) => Array.from(readFileSync(join(folder, name), 'utf8').matchAll(/os\.environ\/(\w+)/g)))
      .map(([, name = '']) => name);
    const ofStack = new Set([...Object.keys(gatewayEnvironment.variables), ...handed('gateway')]);
    expect(named.filter((name) => !vendors.has(name) && !ofStack.has(name))).toEqual([]);
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
    for (const service of ['gateway', 'mpc-api', 'worker']) {
      expect(services[service]?.image).toBe(`showrunner-${service}:${version}`);
      expect(services[service]?.build?.tags).toEqual([`showrunner-${service}`]);
    }
    const dockerfile = readFileSync(join(root, 'ai-infra/docker/Dockerfile'), 'utf8');
    expect(/^ARG VERSION=(.*)$/m.exec(dockerfile)?.[1]).toBe(version);
  });

  it('tell Node and its C library what the stack tells them without containers, and the foreground commands too', () => {
    const dockerfile = readFileSync(join(root, 'ai-infra/docker/Dockerfile'), 'utf8');
    for (const main of ['main.ts', 'worker-main.ts']) {
      const entry = JSON.stringify(['node', ...CONTENT_NODE_ARGS, `apps/mpc-api/src/${main}`]).replaceAll(',', ', ');
      expect(dockerfile).toContain(`ENTRYPOINT ${entry}`);
    }
    const bootstrap = readFileSync(join(root, 'runtime/bootstrap.mjs'), 'utf8');
    expect(/^const SMALL_YOUNG_GENERATION = '(.*)';$/m.exec(bootstrap)?.slice(1)).toEqual([...CONTENT_NODE_ARGS]);
    expect(/^ENV NODE_ENV=production \\\n {4}MALLOC_ARENA_MAX=(\d+) /m.exec(dockerfile)?.[1]).toBe(
      SERVER_MALLOC_ARENAS,
    );
    expect(/^const MALLOC_ARENAS = '(.*)';$/m.exec(bootstrap)?.[1]).toBe(SERVER_MALLOC_ARENAS);
  });

  it('run on the Node that is pinned in runtime/', () => {
    const dockerfile = readFileSync(join(root, 'ai-infra/docker/Dockerfile'), 'utf8');
    const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'runtime/package.json'), 'utf8')) as {
      optionalDependencies: Readonly<Record<string, string>>;
    };
    expect(/^ARG NODE_IMAGE=node:([\d.]+)-/m.exec(dockerfile)?.[1]).toBe(Object.values(optionalDependencies)[0]);
  });
});
