import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../network/loopback.ts';
import { startPostgres, type RunningPostgres } from '../servers/postgres.ts';
import { createRunFolder } from './run-folder.ts';

/**
 * Keeps what all test files of a run share: one temporary folder, and one Postgres, which the first test that asks for a
 * database starts, for a cluster takes two seconds to make. It lives here, in the process that lives as long as the run.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await createRunFolder();
  // os.tmpdir() of every test and of every process that a test starts.
  for (const variable of ['TMPDIR', 'TEMP', 'TMP']) process.env[variable] = folder.path;
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
  process.env.SHOWRUNNER_TEST_DATABASES = await listenOnLoopback(server);
  return async () => {
    await closeServer(server);
    await (await postgres?.catch(() => undefined))?.close();
    await folder.remove();
  };
}
