import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { KEY, startApi } from '../src/testing/start-api.ts';
import { shownModel } from './examples/open-shown-servers.ts';

// Schemathesis against every operation of the reference, before a model that answers well: `npm run -s try:contract --
// [COMMAND [OPTION…]]`. The command is where Schemathesis is installed; the status is its own.

const [command = 'schemathesis', ...options] = process.argv.slice(2);

/** Of every answer, whatever was asked: no fault of ours, and a status and a form that the reference names. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

/** Streams without an end of their own. */
const STREAMS = '^/jobs/events$';

await using api = await startApi(shownModel, { env: { MPC_BODY_LIMIT: '100000' } });
const asked = [
  `${api.url}/openapi.json`,
  `--header=Authorization: Bearer ${KEY}`,
  `--checks=${CHECKS.join(',')}`,
  `--exclude-path-regex=${STREAMS}`,
  '--phases=examples,coverage,fuzzing',
  '--continue-on-failure',
  '--request-timeout=30',
];
const run = spawn(command, ['run', ...asked, ...options], { stdio: 'inherit' });
const [status] = (await once(run, 'exit')) as [number | null];
process.exitCode = status ?? 1;
