import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '@showrunner/service';
import { findLiteLlm } from '../litellm/database.ts';
import { openGatewayDatabase, type DatabasePlace } from '../stored/gateway-database.ts';

export interface PlaceOptions {
  /** `LITELLM_DATABASE_URL`. */
  readonly ownUrl: string | undefined;
  /** The database that a LiteLLM in this place would use. */
  readonly liteLlmUrl: string | undefined;
  readonly dataFolder: string;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/**
 * Where the gateway keeps what it keeps: in the database that is its own, else in the one in which LiteLLM's tables are
 * found, else in a file. A file in which something is kept already stays. Rejects while it cannot be said, because a
 * database that is named does not answer.
 */
export async function findPlace({ ownUrl, liteLlmUrl, dataFolder, logger }: PlaceOptions): Promise<DatabasePlace> {
  const file = join(dataFolder, 'gateway.sqlite');
  if (ownUrl !== undefined) return { url: ownUrl, file };
  if (liteLlmUrl === undefined) return { url: undefined, file };
  if (await isInUse(file)) {
    logger.info(
      { file },
      'what this gateway keeps lies in a file, and stays there; LITELLM_DATABASE_URL names another place',
    );
    return { url: undefined, file };
  }
  const found = await findLiteLlm(liteLlmUrl);
  if (!found) return { url: undefined, file };
  await found.reader.dispose();
  logger.info({ schema: 'showrunner_gateway' }, "LiteLLM's tables are found; what this gateway keeps lies beside them");
  return { url: found.url, file };
}

const KEPT = ['entities', 'spend_logs', 'responses', 'vendor_things'] as const;

/** Whether anything is kept in a file. */
async function isInUse(file: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  const database = await openGatewayDatabase({ url: undefined, file });
  try {
    for (const table of KEPT) {
      const { query } = database;
      if (
        await query
          .selectFrom(table)
          .select((row) => row.val(1).as('one'))
          .limit(1)
          .executeTakeFirst()
      )
        return true;
    }
    return false;
  } finally {
    await database.dispose();
  }
}
