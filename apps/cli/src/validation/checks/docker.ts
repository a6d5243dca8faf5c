import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createDocker, probeEngine } from '@showrunner/stack/diagnosis';
import { OperatorError } from '@showrunner/stack';
import { readEnvText } from '../../environment/env-file.ts';
import { error, skipped, warning, type Check, type Outcome } from '../check.ts';
import type { Installation } from '../installation.ts';
import { runProgram } from '../../run-program.ts';

/** A first answer of Docker Desktop's machine takes seconds. */
const DOCKER_DEADLINE_MS = 30_000;

/** Whether the operator has asked for containers, so that Docker may not be missing. */
function wantsDocker({ settings }: Installation): boolean {
  return settings.SHOWRUNNER_RUNTIME === 'docker';
}

/** Runs a check where there is a `docker` program, and says why not where there is none. */
async function withDocker(
  installation: Installation,
  signal: AbortSignal,
  run: () => Promise<Outcome>,
): Promise<Outcome> {
  const { exitCode } = await docker(installation, ['--version'], signal);
  return exitCode === 0 ? run() : skipped('there is no docker program on the PATH');
}

function docker({ root, environment }: Installation, argv: readonly string[], signal: AbortSignal) {
  return runProgram('docker', argv, { cwd: root, env: environment, signal });
}

export const dockerEngine: Check = {
  id: 'docker.engine',
  title: 'a Docker engine answers, and it and Compose are new enough',
  deadlineMs: DOCKER_DEADLINE_MS,
  async run(installation, signal) {
    const { root, environment } = installation;
    try {
      await probeEngine(createDocker(root, environment), signal);
      return [];
    } catch (thrown) {
      if (!(thrown instanceof OperatorError)) throw thrown;
      const { what, fix = 'run the stack without Docker: --runtime local', where } = thrown.problem;
      return wantsDocker(installation) ? [error(what, fix, where)] : skipped(what);
    }
  },
};

export const composeFile: Check = {
  id: 'docker.compose-file',
  title: 'Compose accepts docker-compose.yml with these settings',
  deadlineMs: DOCKER_DEADLINE_MS,
  run: (installation, signal) =>
    withDocker(installation, signal, async () => {
      if (!existsSync(join(installation.root, 'docker-compose.yml'))) return skipped('there is no docker-compose.yml');
      const compose = await docker(installation, ['compose', 'version'], signal);
      if (compose.exitCode !== 0) return skipped('this docker has no Compose');
      const { exitCode, stderr } = await docker(installation, ['compose', 'config', '--quiet'], signal);
      const said = stderr.trim().split('\n').at(-1) ?? '';
      return exitCode === 0
        ? []
        : [
            error(
              `Compose refuses the file: ${said}`,
              'showrunner init fills in what is missing; else correct what it names',
              'docker-compose.yml',
            ),
          ];
    }),
};

export const composeEnvironment: Check = {
  id: 'docker.env',
  title: 'Compose reads .env as this program does',
  deadlineMs: DOCKER_DEADLINE_MS,
  run(installation, signal) {
    const { envFile, envPath } = installation;
    if (envFile.status !== 'read') return skipped('there is no .env');
    const ours = readEnvText(envFile.text);
    return withDocker(installation, signal, async () => {
      const { exitCode, stdout } = await docker(installation, ['compose', 'config', '--environment'], signal);
      if (exitCode !== 0) return skipped('Compose does not get as far as .env');
      const lines = new Set(stdout.split('\n'));
      // What the shell sets wins for both; a value of several lines is printed as several.
      return Object.entries(ours)
        .filter(([name, value]) => installation.environment[name] === undefined && !value.includes('\n'))
        .filter(([name, value]) => !lines.has(`${name}=${value}`))
        .map(([name]) =>
          warning(
            `Compose reads another value of ${name} than this program`,
            `put it into single quotation marks: ${name}='…'`,
            envPath,
          ),
        );
    });
  },
};

export const images: Check = {
  id: 'docker.images',
  title: 'the images of the stack are built',
  deadlineMs: DOCKER_DEADLINE_MS,
  run: (installation, signal) =>
    withDocker(installation, signal, async () => {
      if (!wantsDocker(installation)) return skipped('the stack does not run in containers (SHOWRUNNER_RUNTIME)');
      const found = await docker(installation, ['image', 'ls', '--format', '{{.Repository}}'], signal);
      if (found.exitCode !== 0) return skipped('no Docker engine answers');
      const built = new Set(found.stdout.split('\n'));
      return ['showrunner-gateway', 'showrunner-mpc-api']
        .filter((image) => !built.has(image))
        .map((image) =>
          warning(
            `The image ${image} is not built`,
            'showrunner rebuild --runtime docker, or let the next start build it',
            image,
          ),
        );
    }),
};
