import { emptyPostgresDatabase, requireTool } from '@showrunner/testkit';
import { describe } from 'vitest';

/** The environment of a gateway that keeps its data in a database of its own. */
export type DatabaseEnvironment = () => Promise<Record<string, string>>;

/** The same tests on each database that a gateway may have. */
export function onBothDatabases(suite: (environment: DatabaseEnvironment) => void): void {
  describe('on SQLite', () => {
    suite(async () => ({}));
  });
  describe('on Postgres', requireTool('postgres'), () => {
    suite(async () => ({ LITELLM_DATABASE_URL: await emptyPostgresDatabase() }));
  });
}
