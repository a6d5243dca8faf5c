import { DatabaseSync } from 'node:sqlite';

/** A SQLite database as SQL text: what was made, in the order of its making, each table followed by its rows. */
export function dumpSqlite(file: string): string {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const made = database
      .prepare(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~'",
      )
      .all() as { type: string; name: string; sql: string }[];
    return made
      .flatMap(({ type, name, sql }) => [sql, ...(type === 'table' ? insertsInto(database, name) : [])])
      .map((statement) => `${statement};\n`)
      .join('');
  } finally {
    database.close();
  }
}

function insertsInto(database: DatabaseSync, table: string): string[] {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[];
  const values = columns.map(({ name }) => `quote("${name}")`).join(` || ', ' || `);
  const rows = database.prepare(`SELECT ${values} AS row FROM "${table}"`).all() as { row: string }[];
  return rows.map(({ row }) => `INSERT INTO "${table}" VALUES (${row})`);
}

/** Makes the database of a dump in a file that is not there yet. */
export function restoreSqlite(file: string, dump: string): void {
  // A row may stand before the one that it refers to.
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  try {
    database.exec(`BEGIN;\n${dump}COMMIT;`);
  } finally {
    database.close();
  }
}
