import { openReader, type DatabaseReader } from '@showrunner/store';
import { sql, type Transaction } from 'kysely';
import { asPostgresReads } from './database-url.ts';

/** Without it nobody was ever let in by that LiteLLM. */
const KEYS = 'LiteLLM_VerificationToken';

/** The database of a LiteLLM, which is read and never written. */
export interface LiteLlmDatabase {
  /** An address that works. */
  readonly url: string;
  /** In which schema its tables lie. */
  readonly schema: string;
  readonly reader: DatabaseReader<unknown>;
}

/**
 * Looks for LiteLLM's tables; nothing where there are none. Whoever asked disposes of the reader. Rejects where the
 * database does not answer.
 */
export async function findLiteLlm(url: string): Promise<LiteLlmDatabase | undefined> {
  const addresses = asPostgresReads(url);
  for (const [index, address] of addresses.entries()) {
    const reader = openReader<unknown>(address);
    try {
      const schema = await reader.read(schemaOfKeys);
      if (schema !== undefined) return { url: address, schema, reader };
      await reader.dispose();
      return undefined;
    } catch (error) {
      await reader.dispose();
      // What the second one differs in is that it encrypts.
      if (index === addresses.length - 1 || !/no encryption|SSL/i.test(String(error))) throw error;
    }
  }
  return undefined;
}

async function schemaOfKeys(query: Transaction<unknown>): Promise<string | undefined> {
  const { rows } = await sql<{ schema: string }>`
    SELECT pg_namespace.nspname AS schema FROM pg_class
    JOIN pg_namespace ON pg_namespace.oid = pg_class.relnamespace
    WHERE pg_class.relname = ${KEYS} AND pg_class.relkind IN ('r', 'p')
    ORDER BY pg_namespace.nspname = 'public' DESC, 1
  `.execute(query);
  return rows[0]?.schema;
}
