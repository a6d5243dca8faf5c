import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openContentApi, openKeylessContentApi } from './content-api.ts';
import { openGateway } from './gateway.ts';
import type { TriedServer } from './tried-server.ts';

// Schemathesis against every operation of a server's reference, before a model or a vendor that answers well:
// `npm run -s try:contract -- mpc-api|mpc-api-keyless|gateway [COMMAND [OPTION…]]`. The command is where Schemathesis is installed; the
// status is its own.

const servers: Readonly<Record<string, () => Promise<TriedServer>>> = {
  'mpc-api': openContentApi,
  'mpc-api-keyless': openKeylessContentApi,
  gateway: openGateway,
};

/** Of every answer, whatever was asked: no fault of ours, and a status and a form that the reference names. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

const [name = '', command = 'schemathesis', ...options] = process.argv.slice(2);
const open = servers[name];
if (open === undefined) throw new Error(`Say which server: ${Object.keys(servers).join(' or ')}.`);
await using server = await open();
const asked = [
  `${server.url}/openapi.json`,
  ...(server.key === undefined ? [] : [`--header=Authorization: Bearer ${server.key}`]),
  `--checks=${CHECKS.join(',')}`,
  `--exclude-path-regex=${server.excluded}`,
  '--phases=examples,coverage,fuzzing',
  '--continue-on-failure',
  '--request-timeout=30',
];
const run = spawn(command, ['run', ...asked, ...options], { stdio: 'inherit' });
const [status] = (await once(run, 'exit')) as [number | null];
process.exitCode = status ?? 1;
