import { fileURLToPath } from 'node:url';
import type { LocalForm, ReadinessProbe, ServiceDefinition } from '../service-definition.ts';
import { readinessDefaults, restartDefaults } from '../service-definition.ts';

export interface FixtureOptions {
  readonly name?: string;
  readonly port: number;
  readonly dependsOn?: ServiceDefinition['dependsOn'];
  readonly environment?: Record<string, string>;
  readonly readiness?: Partial<ReadinessProbe>;
  readonly local?: Partial<LocalForm>;
}

/** A definition of one of the small programs beside this file. */
export function fixtureService(program: string, options: FixtureOptions): ServiceDefinition {
  const { name = program, port, dependsOn = [], environment = {} } = options;
  const url = `http://127.0.0.1:${port}`;
  const probe = { kind: 'http', url: `${url}/ready` } as const;
  return {
    name,
    dependsOn,
    ports: [{ port, movedBy: `${name.toUpperCase().replaceAll('-', '_')}_PORT` }],
    url,
    health: probe,
    readiness: { ...readinessDefaults, probe, ...options.readiness },
    environment: { PORT: String(port), ...environment },
    local: {
      command: process.execPath,
      args: [fileURLToPath(new URL(`${program}.mjs`, import.meta.url))],
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      endsWithStdin: true,
      stopTimeoutMs: 2_000,
      restart: restartDefaults,
      ...options.local,
    },
  };
}
