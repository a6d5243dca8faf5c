/**
 * The URL of a new, empty Postgres database on the server that all files of a test run share (`vitest/global-setup.ts`).
 * Everything ends with the run, so nothing needs to be dropped.
 */
export async function emptyPostgresDatabase(): Promise<string> {
  const desk = process.env.SHOWRUNNER_TEST_DATABASES;
  if (desk === undefined)
    throw new Error('emptyPostgresDatabase works in `npm test` only; elsewhere use startPostgres()');
  const response = await fetch(desk);
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}
