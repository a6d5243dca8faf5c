import { databaseAway } from '../failure/database-away.ts';

/** What is found in the database. Rejects with a 503 where that cannot be reached. */
export async function whereKept<Found>(found: Promise<Found>, what: string): Promise<Found> {
  try {
    return await found;
  } catch (cause) {
    throw databaseAway(what, cause);
  }
}
