import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { digestOf } from '@showrunner/access';
import { CannotStartError, createLogger, prepareDataFolder, type ProcessEnvironment } from '@showrunner/service';
import { lookUpModel } from '@showrunner/models';
import { configSource } from './config-source.ts';
import { readConfig } from './config/load-config.ts';
import { configurationEnvironment, gatewayEnvironment } from './environment.ts';
import { importLiteLlm } from './import/import-litellm.ts';
import { reportAsText } from './import/report-as-text.ts';
import { UTC_MIDNIGHT } from './keys/budgets/window-end.ts';
import { findLiteLlm } from './litellm/database.ts';
import { findPlace } from './serving/find-place.ts';
import { Entities } from './stored/entities/entities.ts';
import { openGatewayDatabase } from './stored/gateway-database.ts';
import { keepIdKey } from './stored/secrets/id-keys.ts';
import { sealAnew } from './stored/secrets/rotate.ts';
import { CannotUnsealError, SecretBox } from './stored/secrets/secret-box.ts';
import { StoredSecrets } from './stored/secrets/stored-secrets.ts';
import { nextKeyFile, sealingKey, secretOfIds, takeNextKey } from './stored/secrets/sealing-key.ts';

const usage = `usage: import [--database-url URL] [--salt-key KEY] [--dry-run] [--json] [--config FILE]
       rotate [--new-salt-key KEY] [--json] [--config FILE]`;

/** Carries out one command on what the gateway keeps, whether a gateway runs meanwhile or not. Throws a `CannotStartError`. */
export async function carryOutStored(argv: readonly string[], processEnvironment: ProcessEnvironment): Promise<void> {
  const [command, ...flags] = argv;
  const options = readOptions(flags);
  const place = await openPlace(options, processEnvironment);
  try {
    if (command === 'import') await bring(options, place);
    else if (command === 'rotate') await rotate(options, place);
    else throw new CannotStartError(`There is no command ${command ?? ''}.\n${usage}`);
  } finally {
    await place.database.dispose();
  }
}

interface Options {
  readonly databaseUrl: string | undefined;
  readonly saltKey: string | undefined;
  readonly newSaltKey: string | undefined;
  readonly isDryRun: boolean;
  readonly asJson: boolean;
  readonly config: string | undefined;
}

function readOptions(flags: string[]): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const { values } = parseArgs({
      args: flags,
      options: {
        'database-url': text,
        'salt-key': text,
        'new-salt-key': text,
        config: text,
        'dry-run': flag,
        json: flag,
      },
    });
    return {
      databaseUrl: values['database-url'],
      saltKey: values['salt-key'],
      newSaltKey: values['new-salt-key'],
      isDryRun: values['dry-run'] ?? false,
      asJson: values.json ?? false,
      config: values.config,
    };
  } catch (error) {
    throw new CannotStartError(`${error instanceof Error ? error.message : 'wrong arguments'}\n${usage}`);
  }
}

/** What the gateway of this environment and configuration keeps. */
async function openPlace(options: Options, processEnvironment: ProcessEnvironment) {
  const environment = gatewayEnvironment.read(processEnvironment);
  const forConfiguration = configurationEnvironment(processEnvironment, environment);
  const file = options.config ?? environment.CONFIG_FILE_PATH;
  const config = file === undefined ? undefined : await configOf(file, forConfiguration);
  const dataFolder = prepareDataFolder(environment.DATA_DIR);
  const logger = createLogger({ service: 'gateway', level: 'silent' });
  const liteLlmUrl = config?.storage.liteLlmUrl?.reveal() ?? forConfiguration.DATABASE_URL;
  const ownUrl = environment.LITELLM_DATABASE_URL?.reveal();
  const place = await findPlace({ ownUrl, liteLlmUrl, dataFolder, logger });
  return {
    dataFolder,
    liteLlmUrl: options.databaseUrl ?? liteLlmUrl ?? ownUrl,
    masterKey: config?.access.masterKey?.reveal() ?? environment.LITELLM_MASTER_KEY?.reveal(),
    saltKey: environment.LITELLM_SALT_KEY?.reveal(),
    calendar: config?.spending.calendar ?? UTC_MIDNIGHT,
    database: await openGatewayDatabase(place),
  };
}

type Place = Awaited<ReturnType<typeof openPlace>>;

async function configOf(file: string, environment: ProcessEnvironment) {
  const from = configSource({ config: file, model: undefined } as Parameters<typeof configSource>[0], undefined);
  return (await readConfig({ from, environment, lookUpModel })).config;
}

async function bring(options: Options, place: Place): Promise<void> {
  const { liteLlmUrl, masterKey, saltKey, calendar, database, dataFolder } = place;
  if (liteLlmUrl === undefined) {
    throw new CannotStartError('Which database? Name it with --database-url, or set DATABASE_URL as LiteLLM has it.');
  }
  const from = await findLiteLlm(liteLlmUrl).catch((error: unknown) => {
    throw new CannotStartError(error instanceof Error ? error.message : String(error));
  });
  if (!from)
    throw new CannotStartError(
      'That database has no table LiteLLM_VerificationToken: no LiteLLM keeps its keys there.',
    );
  try {
    const report = await importLiteLlm({
      from,
      into: database,
      calendar,
      box: new SecretBox(sealingKey(saltKey, dataFolder)),
      liteLlmKey: options.saltKey ?? saltKey ?? masterKey,
      masterDigest: masterKey === undefined ? undefined : digestOf(masterKey),
      isDryRun: options.isDryRun,
    });
    if (!report) return;
    const { kinds, problems, problemCount, notKept } = report;
    const shown = { dry_run: options.isDryRun, kinds, problems, problem_count: problemCount, not_kept: notKept };
    process.stdout.write(options.asJson ? `${JSON.stringify(shown)}\n` : reportAsText(report, options.isDryRun));
    if (Object.values(kinds).some(({ failed }) => failed > 0)) process.exitCode = 1;
  } finally {
    await from.reader.dispose();
  }
}

/** Under a key that is given, else under a new one of the file. */
async function rotate({ newSaltKey, asJson }: Options, place: Place): Promise<void> {
  const { saltKey, masterKey, dataFolder, database } = place;
  const isOfFile = newSaltKey === undefined;
  if (isOfFile && saltKey !== undefined) {
    throw new CannotStartError(
      'LITELLM_SALT_KEY is set: name the next one with --new-salt-key, and set it afterwards.',
    );
  }
  const entities = new Entities({ open: async () => database });
  const secrets = new StoredSecrets({ entities, saltKey, dataFolder });
  await secrets.read().catch((error: unknown) => {
    throw error instanceof CannotUnsealError ? new CannotStartError(`${error.message}; nothing was changed`) : error;
  });
  const present = secrets.box;
  if (!isOfFile) {
    // Ids are sealed under it as well, and those that were given out until now stay readable.
    const idSecret = secretOfIds({ saltKey, masterKey, dataFolder });
    await entities.change((writer) => keepIdKey(writer, present, idSecret));
  }
  const next = newSaltKey ?? randomBytes(32).toString('hex');
  // Should this end before the file is the new one: whoever starts finds the next key beside it.
  if (isOfFile) writeFileSync(nextKeyFile(dataFolder), next, { mode: 0o600 });
  const sealed = await sealAnew(database, present, new SecretBox(next));
  if (isOfFile) takeNextKey(dataFolder);
  const then = isOfFile
    ? 'Restart the gateway, and back up secrets.key in DATA_DIR.'
    : 'Set LITELLM_SALT_KEY to the new key, and restart every gateway.';
  process.stdout.write(
    asJson ? `${JSON.stringify({ sealed })}\n` : `${sealed} secrets are sealed under the new key. ${then}\n`,
  );
}
