import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatewayEnvironment } from '../../apps/gateway/src/environment.ts';
import { mpcApiEnvironment } from '../../apps/mpc-api/src/environment.ts';
import { stackEnvironment } from '../../apps/cli/src/environment.ts';
import { vendorVariables } from '../../packages/providers/src/index.ts';
import type { Variable } from '../../packages/service/src/environment.ts';
import {
  requiredSecrets,
  stackServices,
  type HealthCheck,
  type Mount,
  type Service,
} from '../../packages/stack/src/index.ts';
import { block, flow, lines, scalar } from './compose-yaml.ts';
import type { GeneratedFile } from './generated-file.ts';
import { printDefault } from './settings.ts';

/** What each of our servers reads of `.env` by its own schema. */
const schemas: Readonly<Record<string, Readonly<Record<string, Variable>>>> = {
  gateway: gatewayEnvironment.variables,
  'mpc-api': mpcApiEnvironment.variables,
  worker: mpcApiEnvironment.variables,
};

/** What vendors read, by the alphabet. */
const vendorNames = vendorVariables.map(({ name }) => name).toSorted((left, right) => left.localeCompare(right, 'en'));

/** What the image says, or what means something else inside a container. */
const DECIDED_BY_IMAGE = new Set(['DATA_DIR', 'INTERNAL_HOST', 'REDIS_URL']);

const heading = `# Made by "npm run generate" (scripts/generate/compose-file.ts) from the service files in packages/stack/src/services and
# the environment schemas of the apps. Change it by an override: ai-infra/docker/README.md.
#
# The whole stack in containers: \`docker compose up -d --wait\`, or \`showrunner up --runtime docker\`.
# Settings and secrets come from \`.env\` beside this file.
name: showrunner

# What every container is held to.
x-service: &service
  networks: [ai-infra-network]
  init: true
  restart: unless-stopped
  read_only: true
  tmpfs: [/tmp]
  cap_drop: [ALL]
  security_opt: ['no-new-privileges:true']
  logging:
    driver: json-file
    options: { max-size: 10m, max-file: '3' }

# An engine older than 25 does not know start_interval and asks after a whole interval for the first time: the three
# services, one after the other, are healthy after 77 to 87 s there (measured on Engine 20.10).
x-healthcheck: &healthcheck`;

/** The stack for Compose: one service for each service file, then the volumes that they mount. */
export const composeFile: GeneratedFile = {
  path: 'docker-compose.yml',
  generator: 'scripts/generate/compose-file.ts',
  content: () => {
    const [first, ...others] = stackServices.filter(isOurs);
    if (first === undefined) throw new Error('No service is built from this checkout.');
    const foreign = stackServices.filter((service) => !isOurs(service));
    return `${[
      [heading, ...block(2, healthCheck(first.container.health))].join('\n'),
      ['services:', serviceLines(first, firstBuild(first.name))].join('\n'),
      ...others.map((service) => serviceLines(service, furtherBuild(service.name))),
      ...foreign.map((service) => serviceLines(service, [])),
      'networks:\n  ai-infra-network:\n    name: ${NETWORK_NAME:-ai-infra-network}',
      ['volumes:', ...volumes().map((name) => `  ${name}:`)].join('\n'),
    ].join('\n\n')}\n`;
  },
};

const isOurs = ({ container }: Service): boolean => container.image.kind === 'ours';

function serviceLines(service: Service, image: readonly string[]): string {
  const { name, container } = service;
  const { published, aliases, remarks = {}, limits } = container;
  return [
    `  ${name}:`,
    ...block(4, [
      '<<: *service',
      ...(container.image.kind === 'ours' ? image : [`image: \${${container.image.movedBy}:-${container.image.name}}`]),
      ...lines(remarks.command),
      ...(container.entrypoint ? [`entrypoint: ${flow(container.entrypoint)}`] : []),
      ...commandLines(container.command),
      `user: '${container.user}'`,
      ...(published
        ? [`ports: ['\${PUBLISH_ADDRESS:-127.0.0.1}:\${${published.movedBy}:-${published.port}}:${published.port}']`]
        : []),
      ...(aliases ? ['networks:', '  ai-infra-network:', `    aliases: ${flow(aliases)}`] : []),
      ...(container.callsMachine
        ? [...lines(remarks.callsMachine), "extra_hosts: ['host.docker.internal:host-gateway']"]
        : []),
      'volumes:',
      ...container.mounts.map((mount) => `  - ${mountText(mount)}`),
      'environment:',
      ...block(2, [...lines(remarks.secrets), ...environmentLines(service)]),
      ...(isOurs(service)
        ? ['healthcheck: *healthcheck']
        : ['healthcheck:', ...block(2, [...lines(remarks.health), ...healthCheck(container.health)])]),
      ...(container.needs.length > 0
        ? ['depends_on:', ...container.needs.map((needed) => `  ${needed}: { condition: service_healthy }`)]
        : []),
      ...lines(remarks.stopGraceSeconds),
      `stop_grace_period: ${container.stopGraceSeconds}s`,
      'deploy:',
      ...replicaLines(container),
      '  resources:',
      ...block(4, lines(remarks.limits)),
      `    limits: { memory: ${scalar(limits.memory)}, pids: ${limits.processes} }`,
    ]),
  ].join('\n');
}

function replicaLines({ replicas, remarks }: Service['container']): string[] {
  if (replicas === undefined) return [];
  return block(2, [...lines(remarks?.replicas), `replicas: \${${replicas.movedBy}:-${replicas.preset}}`]);
}

/** The first image says how all of ours are built. */
function firstBuild(name: string): string[] {
  return [
    '# With its version, so that an upgrade leaves the image before it to go back to.',
    `image: showrunner-${name}:${version()}`,
    'build: &build',
    '  context: .',
    '  dockerfile: ai-infra/docker/Dockerfile',
    `  target: ${name}`,
    `  tags: [showrunner-${name}]`,
    '  args: [NODE_IMAGE, REVISION]',
    'pull_policy: build',
  ];
}

function furtherBuild(name: string): string[] {
  return [
    `image: showrunner-${name}:${version()}`,
    'build:',
    '  <<: *build',
    `  target: ${name}`,
    `  tags: [showrunner-${name}]`,
    'pull_policy: build',
  ];
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  return (manifest as { version: string }).version;
}

/** A word a line where one of them is a program of several lines. */
function commandLines(command: readonly string[] | undefined): string[] {
  if (command === undefined) return [];
  if (command.every((word) => !word.includes('\n'))) return [`command: ${flow(command)}`];
  return ['command:', ...command.flatMap((word) => ['  - |', ...block(4, word.trimEnd().split('\n'))])];
}

function mountText({ from, movedBy, to, readOnly }: Mount): string {
  return `${movedBy ? `\${${movedBy}:-${from}}` : from}:${to}${readOnly ? ':ro' : ''}`;
}

/** Secrets first, then what holds whatever `.env` says, then what `.env` may say, the vendors' variables last. */
function environmentLines({ name, container }: Service): string[] {
  const { secrets, environment, alsoReads = [] } = container;
  const schema = schemas[name] ?? {};
  const vendors = vendorNames.filter((variable) => variable in schema);
  const decided = new Set([...Object.keys(secrets), ...Object.keys(environment), ...DECIDED_BY_IMAGE, ...vendors]);
  const stackVariables: Readonly<Record<string, Variable>> = stackEnvironment.variables;
  const settings = [
    ...Object.entries(schema),
    ...Object.entries(stackVariables).filter(([setting]) => alsoReads.includes(setting)),
  ].filter(([setting, { inEnvFile }]) => inEnvFile !== false && !decided.has(setting));
  return [
    ...Object.entries(secrets).map(([variable, secret]) => `${variable}: \${${secret}:?${requiredSecrets[secret]}}`),
    ...Object.entries(environment).map(([variable, value]) => `${variable}: ${value}`),
    ...settings.map(([setting, variable]) => `${setting}: \${${setting}:-${presetOf(variable)}}`),
    ...lines(vendors.length > 0 ? 'Of the vendors: keys, addresses, versions.' : undefined),
    ...vendors.map((setting) => `${setting}: \${${setting}:-}`),
  ];
}

function presetOf({ default: preset }: Variable): string {
  return preset === undefined ? '' : printDefault(preset);
}

function healthCheck(check: HealthCheck): string[] {
  return [
    `test: ${flow(check.test)}`,
    `interval: ${check.intervalSeconds}s`,
    `timeout: ${check.timeoutSeconds}s`,
    `retries: ${check.retries}`,
    `start_period: ${check.startPeriodSeconds}s`,
    `start_interval: ${check.startIntervalSeconds}s`,
  ];
}

function volumes(): string[] {
  const mounted = [...stackServices.filter(isOurs), ...stackServices].flatMap(({ container }) => container.mounts);
  return [...new Set(mounted.map(({ from }) => from).filter((from) => !from.startsWith('.')))];
}
