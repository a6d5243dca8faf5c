// Commits one note, writes another in an open transaction, and is killed.
import { openDatabase } from '../open-database.ts';

interface Notes {
  note: { id: string; size: number; ratio: number };
}

const [, , url, file = ''] = process.argv;
const { query } = await openDatabase<Notes>({ url, file, owner: 'others' }, []);
await query.insertInto('note').values({ id: 'committed', size: 1, ratio: 1 }).execute();
await query.transaction().execute(async (transaction) => {
  await transaction.insertInto('note').values({ id: 'not committed', size: 1, ratio: 1 }).execute();
  process.kill(process.pid, 'SIGKILL');
});
