import { Secret } from '@showrunner/service';
import { databaseUrlOf } from '../../../litellm/database-url.ts';
import type { Section } from '../../reading/section.ts';

/** Where things are kept, and which. */
export interface StorageSettings {
  /** The database that a LiteLLM in this place would use: `database_url`, else by its variables. */
  readonly liteLlmUrl: Secret | undefined;
  /** Whether models can be added by the API, and are read from the database. */
  readonly storesModels: boolean;
}

/** Models are stored where the file or the environment says so (`litellm/proxy/proxy_server.py`, 1.108.7). */
export function readStorage(general: Section): StorageSettings {
  const { environment } = general;
  const url = general.text('database_url') ?? databaseUrlOf(environment);
  const storesModels =
    general.flag('store_model_in_db') === true || /^true$/i.test(environment.STORE_MODEL_IN_DB ?? '');
  if (url !== undefined && !/^postgres(ql)?:/.test(url)) {
    general.findings.warning(
      general.at('database_url'),
      'is no address of a Postgres, and is not used',
      'write it as postgres://user:password@host:5432/database, or take it away',
    );
    return { liteLlmUrl: undefined, storesModels };
  }
  return { liteLlmUrl: url === undefined ? undefined : new Secret(url), storesModels };
}
