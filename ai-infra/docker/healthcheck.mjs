// The containers' health check: asks the server of this container whether it is ready and prints what it says, so that
// `docker inspect` shows why one is not well. Plain JavaScript, since it runs every few seconds. Exit code 0 is healthy.
import process from 'node:process';

const { get } = process.getBuiltinModule('node:http');

/** Under the time-out of the health check itself, so that the reason is told. */
const TIMEOUT_MS = 8_000;

// 127.0.0.1 and not localhost, which may be ::1, where nothing listens.
const url = `http://127.0.0.1:${process.env.INTERNAL_PORT}/health/ready`;
const signal = AbortSignal.timeout(TIMEOUT_MS);

get(url, { agent: false, signal }, (response) => {
  process.exitCode = response.statusCode === 200 ? 0 : 1;
  response.on('error', fail).pipe(process.stdout);
}).on('error', fail);

function fail(error) {
  process.stderr.write(`${url}: ${signal.aborted ? `no answer within ${TIMEOUT_MS} ms` : error.message}\n`);
  process.exitCode = 1;
}
