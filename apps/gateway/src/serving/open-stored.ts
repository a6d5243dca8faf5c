import type { Logger } from '@showrunner/service';
import type { GatewayConfig } from '../config/gateway-config.ts';
import { Entities } from '../stored/entities/entities.ts';
import { GatewayDatabase } from '../stored/gateway-database.ts';
import { StoredSecrets } from '../stored/secrets/stored-secrets.ts';
import { findPlace } from './find-place.ts';
import { importAtFirstStart } from './first-import.ts';

export interface StoredOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly logger: Logger;
}

/** What the gateway keeps, and the ways to it; nothing is opened yet. */
export function openStored(
  { environment, databaseUrl, dataFolder, logger }: StoredOptions,
  { storage, access, spending }: GatewayConfig,
) {
  const liteLlmUrl = storage.liteLlmUrl?.reveal();
  const saltKey = environment.LITELLM_SALT_KEY || undefined;
  const database = new GatewayDatabase({
    place: () => findPlace({ ownUrl: databaseUrl, liteLlmUrl, dataFolder, logger }),
    onOpened: (opened) =>
      importAtFirstStart(opened, {
        urls: [databaseUrl, liteLlmUrl],
        calendar: spending.calendar,
        masterKey: access.masterKey?.reveal(),
        saltKey,
        box: () => secrets.box,
        logger,
      }),
    logger,
  });
  const entities = new Entities(database);
  const secrets = new StoredSecrets({ entities, saltKey, dataFolder });
  return { database, entities, secrets };
}
