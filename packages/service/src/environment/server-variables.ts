import { z } from 'zod';
import { flag, hosts, port } from './kinds.ts';
import type { Variable } from './variable.ts';

const section = 'Servers';

/** What every server reads: spread it into the app's own definition. */
export function serverVariables(defaults: { readonly port: number }) {
  return {
    NODE_ENV: {
      schema: z.enum(['production', 'development', 'test'], { error: 'allowed: production, development, test' }),
      default: 'production',
      description: 'Only `development` and `test` show the messages of unexpected errors to callers.',
      section,
    },
    LOG_LEVEL: {
      schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'allowed: fatal, error, warn, info, debug, trace, silent',
      }),
      default: 'info',
      description: 'How much is logged: fatal, error, warn, info, debug, trace or silent.',
      section,
    },
    PORT: {
      schema: port(),
      default: defaults.port,
      description: 'The port, where `--port` does not say. In a stack, GATEWAY_PORT and MPC_API_PORT move the ports.',
      section,
      inEnvFile: false,
    },
    HOST: {
      schema: z.string(),
      default: '127.0.0.1',
      description: 'The address to listen on, where `--host` does not say. `0.0.0.0` is every IPv4 address.',
      section,
      inEnvFile: false,
    },
    ALLOWED_HOSTS: {
      schema: hosts().optional(),
      description:
        'Without a key a server answers only under names of this machine (`localhost`, `127.0.0.1`, `[::1]`) and those named here, between commas, so that no page of another site can use it.',
      section,
      example: 'studio.example,studio.internal:8443',
    },
    INTERNAL_PORT: {
      schema: port().optional(),
      description: 'A second listener for health and metrics, without authentication. The stack sets it.',
      section,
      inEnvFile: false,
    },
    INTERNAL_HOST: {
      schema: z.string(),
      default: '127.0.0.1',
      description: 'The address of the second listener.',
      section,
    },
    DATA_DIR: {
      schema: z.string(),
      default: '.showrunner',
      description: 'The folder for databases, logs and caches. It is created for this user alone.',
      section,
    },
    SHOWRUNNER_SUPERVISED: {
      schema: flag(),
      default: false,
      description: 'Set by the supervisor: the server ends when its standard input closes.',
      section,
      inEnvFile: false,
    },
  } as const satisfies Record<string, Variable>;
}
