// Migrates the database named on the command line; the second step takes long enough for other processes to meet it.
import { setTimeout } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { openDatabase } from '../open-database.ts';

const [, , url, file = ''] = process.argv;
const database = await openDatabase({ url, file, owner: 'tests' }, [
  {
    id: '0001-notes',
    up: async (query) => {
      await query.schema
        .createTable('note')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .execute();
    },
  },
  {
    id: '0002-slow',
    up: async (query) => {
      await setTimeout(400);
      await (query as Kysely<{ note: { id: string } }>)
        .insertInto('note')
        .values({ id: 'by the slow step' })
        .execute();
    },
  },
]);
await database.dispose();
console.log('migrated');
