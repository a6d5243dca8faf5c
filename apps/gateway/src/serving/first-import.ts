import type { Logger } from '@showrunner/service';
import type { Database } from '@showrunner/store';
import { digestOf } from '@showrunner/access';
import { importLiteLlm } from '../import/import-litellm.ts';
import { logImport } from '../import/log-import.ts';
import type { Calendar } from '../keys/budgets/window-end.ts';
import { findLiteLlm, type LiteLlmDatabase } from '../litellm/database.ts';
import type { SecretBox } from '../stored/secrets/secret-box.ts';
import type { GatewayTables } from '../stored/tables.ts';

export interface FirstImportOptions {
  /** The gateway's own database, and the one that a LiteLLM in this place would use. */
  readonly urls: readonly (string | undefined)[];
  readonly calendar: Calendar;
  readonly masterKey: string | undefined;
  readonly saltKey: string | undefined;
  readonly box: () => SecretBox;
  readonly logger: Logger;
}

/**
 * Brings what a LiteLLM keeps, where there is one and nobody has a key here yet. A LiteLLM in another database than the
 * gateway's that does not answer is told of and no obstacle. Rejects where what is there cannot be brought: whoever has
 * a key there would be turned away here.
 */
export async function importAtFirstStart(into: Database<GatewayTables>, options: FirstImportOptions): Promise<void> {
  if (await hasKeys(into)) return;
  const { calendar, masterKey, saltKey, box, logger } = options;
  for (const url of new Set(options.urls)) {
    const from = url === undefined ? undefined : await look(url, logger);
    if (!from) continue;
    try {
      const report = await importLiteLlm({
        from,
        into,
        calendar,
        box: box(),
        isFirst: true,
        liteLlmKey: saltKey ?? masterKey,
        masterDigest: masterKey === undefined ? undefined : digestOf(masterKey),
      });
      if (report) logImport(report, logger);
    } finally {
      await from.reader.dispose();
    }
    return;
  }
}

async function hasKeys({ query }: Database<GatewayTables>): Promise<boolean> {
  const [key, brought] = await Promise.all([
    query.selectFrom('entities').select('id').where('kind', '=', 'key').limit(1).executeTakeFirst(),
    query.selectFrom('imported_rows').select('id').limit(1).executeTakeFirst(),
  ]);
  return key !== undefined || brought !== undefined;
}

async function look(url: string, logger: Logger): Promise<LiteLlmDatabase | undefined> {
  try {
    return await findLiteLlm(url);
  } catch (error) {
    logger.warn({ error: String(error) }, 'whether a LiteLLM has keys to bring cannot be seen now');
    return undefined;
  }
}
