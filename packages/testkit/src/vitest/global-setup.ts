import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../network/loopback.ts';
import { startPostgres, type RunningPostgres } from '../servers/postgres.ts';

/**
 * Keeps what is shared by all test files of a run. A database cluster takes two seconds to make, so the first test that
 * asks for a database starts the one Postgres of the run, here, in the process that lives as long as the run.
 */
export async function setup(): Promise<() => Promise<void>> {
  let postgres: Promise<RunningPostgres> | undefined;
  const server = createServer((_request, response) => {
    postgres ??= startPostgres();
    postgres
      .then((running) => running.createDatabase())
      .then(
        (url) => response.end(url),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
  process.env['SHOWRUNNER_TEST_DATABASES'] = await listenOnLoopback(server);
  return async () => {
    await closeServer(server);
    await (await postgres?.catch(() => undefined))?.close();
  };
}
