import { administrator } from '../admit/administrator.ts';
import type { FinishedRecord } from '../exchange/record.ts';
import { BatchBills, sweepBatchBills } from '../stored/batch-bills.ts';
import { join } from 'node:path';
import { openness, type Caller } from '@showrunner/access';
import { CannotStartError, type Logger, type Metrics, type WorkerPlace } from '@showrunner/service';
import { lookUpModel } from '@showrunner/models';
import { isHeardByOthers } from '@showrunner/store';
import type { AnsweredPages } from '../admit/admit.ts';
import { createTransports } from '../call/transports/create-transports.ts';
import { ConfigurationError, errorsAmong, placedMessage, type Finding } from '../config/finding.ts';
import type { GatewayConfig } from '../config/gateway-config.ts';
import { isMapping } from '../json/mapping.ts';
import { loadConfig, readConfig, type ConfigSource } from '../config/load-config.ts';
import type { ConfigurationSource } from '../config/read-file.ts';
import {
  NOTHING_STORED,
  storedModelPath,
  type StoredConfiguration,
  type StoredModel,
} from '../config/stored-configuration.ts';
import { DeploymentStates } from '../exchange/deployment-state.ts';
import { Lifetimes } from '../exchange/lifetimes.ts';
import { CallbackTallies } from '../observe/callbacks/callbacks.ts';
import { GuardTallies } from '../guard/guard-tallies.ts';
import { Tallies, type RefusedRequest } from '../observe/metrics/tallies.ts';
import { RequestLog, type LineSink } from '../observe/request-log.ts';
import { SpendLog } from '../observe/spend/spend-log.ts';
import { sweepSpendRegularly } from '../observe/spend/sweep-spend.ts';
import { BudgetWatch } from '../keys/budget-watch.ts';
import { NamedCustomers } from '../keys/named-customers.ts';
import { LabelDirectory } from '../keys/label-directory.ts';
import { KeyDirectory } from '../keys/key-directory.ts';
import { UNVERIFIED } from '../keys/roles.ts';
import { Purses } from '../keys/purses.ts';
import { watchChanges } from '../keys/watch-changes.ts';
import { sweepEntityTraces, type Entities } from '../stored/entities/entities.ts';
import { sweepResponses } from '../stored/responses/sweep-responses.ts';
import { keptSecret } from '../stored/kept-secret.ts';
import { StoredResponses } from '../stored/responses/stored-responses.ts';
import { CannotUnsealError } from '../stored/secrets/secret-box.ts';
import type { StoredSecrets } from '../stored/secrets/stored-secrets.ts';
import { isSealedKind } from '../stored/secrets/sealed-entities.ts';
import { SealedIds } from '../stored/sealed-ids.ts';
import { sweepVendorThings, VendorThings } from '../stored/vendor-things.ts';
import { sweepRegularly } from '../stored/sweep-regularly.ts';
import { shareRouting } from '../route/shared-routing.ts';
import { ResponsesUnderWay } from '../operations/responses/under-way.ts';
import type { ResponsesPorts } from '../operations/responses/responses-ports.ts';
import { openUpstreams, type Upstreams } from '../upstream/upstreams.ts';
import { assemble, type Lasting } from './assemble.ts';
import { openStored } from './open-stored.ts';
import { sharedByWorkers } from './run-workers.ts';
import type { Serving } from './serving.ts';
import { SharedStates } from './shared-states.ts';
import { Watch } from './watch.ts';

export interface GatewayOptions {
  readonly from: ConfigSource['from'];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** The Postgres in which it keeps what it keeps, where that is named for it alone. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** Where the lines of requests go: the same place as the logger's. */
  readonly lines: LineSink;
  /** Where it listens; where other machines can reach it there must be a key. */
  readonly host: string;
  /** Whether one error in the configuration refuses the start, and not only what has it. */
  readonly isStrict: boolean;
  /** Guardrails that the operator does without, by their names. */
  readonly withoutGuardrails?: readonly string[] | undefined;
  /** Whom it answers without a key. */
  readonly pages?: AnsweredPages;
  /** How often vendors are asked how far batches are. */
  readonly batchPollingSeconds?: number | undefined;
  /** Nothing where one process serves alone. */
  readonly worker?: WorkerPlace | undefined;
}

/** LiteLLM's `PROXY_BATCH_POLLING_INTERVAL` (`constants.py`, 1.108.7). */
const BATCH_POLLING_SECONDS = 3600;

/** A changed file that was not taken. */
export interface Refusal {
  readonly at: Date;
  /** The first error, with its path. */
  readonly message: string;
}

/** The running gateway: what serves now, and how it is exchanged for what a changed file says. */
export class Gateway {
  readonly logger: Logger;
  /** The requests that are being answered. */
  readonly underWay = new Lifetimes();
  #loadedAt = new Date();
  #storedLast: StoredConfiguration = NOTHING_STORED;
  #turn: Promise<void> = Promise.resolve();
  #refusal: Refusal | undefined;
  readonly #options: GatewayOptions;
  readonly #lasting: Lasting;
  readonly #upstreams: Upstreams;
  #current: Serving;
  readonly #sharedRouting: { stop(): void };
  readonly #spendSweep: { stop(): void } | undefined;
  readonly #sweep: { stop(): void } | undefined;
  readonly #changes: { stop(): void };
  readonly #watch: Watch;
  /** Keys, teams and all else that is managed. */
  readonly entities: Entities;
  /** Where what is uploaded waits that cannot be passed on yet. */
  readonly spoolFolder: string;
  /** Ids of files and of batches that lie with vendors, and whose they are. */
  readonly files: SealedIds;
  readonly batches: SealedIds;
  readonly vendorThings: VendorThings;
  /** Who pays for batches. */
  readonly bills: BatchBills;
  /** What kinds of call need that go on from one another. */
  readonly responsesPorts: ResponsesPorts;

  private constructor(options: GatewayOptions, lasting: Lasting, upstreams: Upstreams, serving: Serving) {
    this.#options = options;
    this.logger = options.logger;
    this.spoolFolder = options.dataFolder;
    this.#lasting = lasting;
    this.#upstreams = upstreams;
    this.#current = serving;
    this.#sharedRouting = shareRouting(() => {
      const { config, states, shared } = this.#current;
      return { deployments: config.deployments, states, store: shared };
    });
    // Of several workers one keeps house.
    const keepsHouse = options.worker?.isFirst ?? true;
    this.#spendSweep = keepsHouse
      ? sweepSpendRegularly({
          spend: lasting.spend,
          retention: () => this.#current.config.accounting.spendRetention,
          logger: options.logger,
        })
      : undefined;
    const { database } = lasting;
    this.responsesPorts = {
      stored: new StoredResponses({
        database,
        keepSeconds: () => this.#current.config.accounting.keepResponsesSeconds,
      }),
      ids: new SealedIds({ prefix: 'resp_', things: 'responses' }, () => this.#idSecret()),
      allowsUnmanaged: () => this.#current.config.access.allowsUnmanagedResponses,
      deployment: (id) => this.#current.router.deployment(id),
      deploymentsOf: (model) => this.#current.router.resolve(model)?.deployments ?? [],
      underWay: new ResponsesUnderWay(),
      logger: options.logger,
    };
    this.files = new SealedIds({ prefix: 'file-', things: 'files' }, () => this.#idSecret());
    this.batches = new SealedIds({ prefix: 'batch_', things: 'batches' }, () => this.#idSecret());
    this.vendorThings = new VendorThings(database);
    this.bills = new BatchBills(database);
    const sweeps = {
      responses: sweepResponses,
      'things of vendors': sweepVendorThings,
      'bills of batches': sweepBatchBills,
      'traces of changes': sweepEntityTraces,
    };
    this.#sweep = keepsHouse ? sweepRegularly({ database, sweeps, logger: options.logger }) : undefined;
    const { entities, keys } = lasting;
    const { customers, tags, proxy } = lasting.labels;
    const labels = [customers, tags, proxy];
    this.entities = entities;
    this.#watch = new Watch(options.metrics, {
      tallies: lasting.tallies,
      entities,
      serving: () => this.#current,
      inFlight: () => this.underWay.count,
    });
    this.#watch.configure(serving.config.metrics);
    this.#changes = watchChanges({
      entities,
      shared: () => this.#current.shared,
      onChange: (changed) => {
        keys.forget(changed);
        for (const directory of labels) directory.forget(changed);
        if (changed.some(({ kind }) => isSealedKind(kind))) void this.serveStored();
      },
      onHeard: () => {
        // Of what others spend nobody tells but what counts for all.
        const isAlone = lasting.database.isOwn && !options.worker;
        if (isAlone || isHeardByOthers(this.#current.shared)) keys.heardAll();
      },
      isNeeded: () => true,
      logger: options.logger,
    });
  }

  /** Loads the configuration. Throws a `CannotStartError` where it, or what is stored beside it, cannot be served. */
  static async open(options: GatewayOptions): Promise<Gateway> {
    const { logger, metrics, worker } = options;
    const ofFile = await load(options, { isStrict: false });
    const { database, entities, secrets } = openStored(options, ofFile);
    const stored = (await database.prepare()) ? await secrets.read().catch(cannotUnseal) : NOTHING_STORED;
    const config = await load(options, { isStrict: options.isStrict, stored: servedOf(stored, ofFile) });
    const upstreams = await openUpstreams(options.environment);
    const configured = { spending: config.spending, access: config.access };
    const serving: { alerts?: Serving['alerts'] } = {};
    const alarmed = {
      error(fields: object, message: string) {
        logger.error(fields, message);
        serving.alerts?.databaseFailed(message);
      },
    };
    const calendar = () => configured.spending.calendar;
    const purses = new Purses({ database, calendar, logger: alarmed, metrics });
    const labelPorts = { entities, calendar: () => configured.spending.calendar };
    const labels = {
      customers: new LabelDirectory('customer', labelPorts),
      tags: new LabelDirectory('tag', labelPorts),
      proxy: new LabelDirectory('proxy', labelPorts),
      named: new NamedCustomers(metrics),
    };
    const keys = new KeyDirectory({
      entities,
      purses,
      rules: () => configured.spending,
      unverified: () => (configured.access.allowsUnknownKeys ? UNVERIFIED : undefined),
    });
    const lasting = {
      database,
      configured,
      entities,
      secrets,
      purses,
      budgetWatch: new BudgetWatch(),
      labels,
      keys,
      states: new DeploymentStates(),
      transports: createTransports(upstreams),
      // What others have spent meanwhile is in the database.
      sharedStates: new SharedStates(logger, metrics, () => keys.doubtAll(), worker && sharedByWorkers(worker)),
      tallies: new Tallies(metrics),
      guardTallies: new GuardTallies(metrics),
      callbackTallies: new CallbackTallies(metrics),
      requestLog: new RequestLog(logger, options.lines),
      spend: new SpendLog({ database, logger: alarmed, metrics }),
      serving,
      logger,
      pages: options.pages ?? {},
    };
    const gateway = new Gateway(options, lasting, upstreams, await assemble(config, lasting, undefined));
    gateway.#storedLast = stored;
    return gateway;
  }

  get batchPollingSeconds(): number {
    return this.#options.batchPollingSeconds ?? BATCH_POLLING_SECONDS;
  }

  /** Writes down what was used and spent that nobody waited for. It is no call whose time could tell anything. */
  async book(record: FinishedRecord): Promise<void> {
    const { tallies, requestLog, spend } = this.#lasting;
    for (const observer of [tallies, requestLog, spend]) observer.exchangeEnded(record);
    await spend.flush();
  }

  /** Who holds a key, by its id; nothing where it is gone. Rejects where it cannot be looked up. */
  async holderOf(keyId: string): Promise<Caller | undefined> {
    if (keyId === administrator.keyId) return administrator;
    const { entities, keys } = this.#lasting;
    const digest = (await entities.digestsOf([keyId])).get(keyId);
    const identity = digest === undefined ? undefined : await keys.find(digest);
    return identity?.kind === 'known' ? identity.caller : undefined;
  }

  /** What serves now. A request takes it once, so that a reload does not change its rules half-way. */
  get current(): Serving {
    return this.#current;
  }

  /** Since when what serves has served, and why what its file says now does not. */
  get configuration(): { readonly loadedAt: Date; readonly refusal: Refusal | undefined } {
    return { loadedAt: this.#loadedAt, refusal: this.#refusal };
  }

  /** The key to what is stored of vendors. */
  get secrets(): StoredSecrets {
    return this.#lasting.secrets;
  }

  /** Whether models are added by the API and served from the database. */
  get storesModels(): boolean {
    return isStoring(this.#storedLast, this.#current.config);
  }

  /** The errors of a model that would be stored, beside all that is there. */
  async findingsOf(model: StoredModel): Promise<readonly Finding[]> {
    const { environment, withoutGuardrails } = this.#options;
    const stored = servedOf(await this.#lasting.secrets.read(), this.#current.config);
    const models = [...stored.models.filter(({ id }) => id !== model.id), model];
    const from = { read: this.#current.config.written };
    const source = { from, environment, lookUpModel, withoutGuardrails, stored: { ...stored, models } };
    const { findings } = await readConfig(source);
    return errorsAmong(findings).filter(({ path }) => path.startsWith(storedModelPath(model.id)));
  }

  /** Why not all workers serve; nothing while they do, or where there are none. */
  get workersProblem(): string | undefined {
    return this.#options.worker?.problem;
  }

  /** Why Redis is not used now; nothing while it is, or where there is none. */
  get sharedStateProblem(): string | undefined {
    return this.#lasting.sharedStates.problem;
  }

  /** Nothing where the configuration wants none kept. */
  get spend(): SpendLog | undefined {
    return this.#current.config.accounting.keepsSpend ? this.#lasting.spend : undefined;
  }

  /** Reads the configuration again and swaps it in whole; one with an error leaves the old one in place. */
  reload(): Promise<void> {
    return this.#inTurn(() => this.#reloadNow());
  }

  /** Serves what is stored by now: models, credentials and settings. What cannot be read is told of, and the old serves on. */
  serveStored(): Promise<void> {
    return this.#inTurn(async () => {
      try {
        const { written } = this.#current.config;
        await this.#serve(await load(this.#options, { isStrict: false, stored: await this.#stored(), read: written }));
      } catch (error) {
        this.logger.error({ error: String(error) }, 'what is stored cannot be served; the old serves on');
      }
    });
  }

  async #reloadNow(): Promise<void> {
    try {
      const config = await load(this.#options, { isStrict: true, stored: await this.#stored() });
      await this.#serve(config);
      this.#loadedAt = new Date();
      this.#refusal = undefined;
      logConfiguration(config, this.logger);
      this.logger.info({ models: config.deployments.length }, 'configuration reloaded');
    } catch (error) {
      const findings = error instanceof ConfigurationError ? error.findings : [];
      this.#refusal = { at: new Date(), message: reasonOf(error) };
      this.logger.error(
        { error: String(error), findings },
        'the changed configuration is refused; the old one serves on',
      );
    }
  }

  /** A request was refused before it was one. */
  refused(request: RefusedRequest): void {
    this.#lasting.tallies.refused(request);
  }

  async #serve(config: GatewayConfig): Promise<void> {
    const { states, sharedStates, configured, keys, labels } = this.#lasting;
    const isSpendingChanged = JSON.stringify(config.spending) !== JSON.stringify(configured.spending);
    this.#current = await assemble(config, this.#lasting, this.#current);
    this.#watch.configure(config.metrics);
    configured.spending = config.spending;
    configured.access = config.access;
    if (isSpendingChanged) {
      keys.forgetAll();
      for (const directory of [labels.customers, labels.tags, labels.proxy]) directory.forgetAll();
    }
    states.keepOnly(config.deployments);
    await sharedStates.keepOnly([this.#current.shared, await sharedStates.at(config.cache?.redis)]);
  }

  /** What is stored now; while the database does not answer, what was known of it. */
  async #stored(): Promise<StoredConfiguration> {
    try {
      this.#storedLast = await this.#lasting.secrets.read();
    } catch (error) {
      this.logger.warn({ error: String(error) }, 'what is stored of models and settings cannot be read now');
    }
    return servedOf(this.#storedLast, this.#current.config);
  }

  /** One after the other: who comes later has read what was there later. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work);
    return this.#turn;
  }

  /** LiteLLM's order: what all replicas have in common comes first. */
  #idSecret(): string {
    const { environment, dataFolder } = this.#options;
    const salt = environment.LITELLM_SALT_KEY;
    if (salt !== undefined && salt !== '') return salt;
    return this.#current.config.access.masterKey?.reveal() ?? keptSecret(join(dataFolder, 'ids.key'));
  }

  async dispose(): Promise<void> {
    const { requestLog, spend, purses, database, sharedStates } = this.#lasting;
    await this.responsesPorts.underWay.stop();
    requestLog.flush();
    await Promise.all([this.#current.callbacks?.dispose(), this.#current.alerts?.dispose()]);
    this.#spendSweep?.stop();
    this.#sweep?.stop();
    this.#changes.stop();
    this.#watch.dispose();
    await spend.dispose();
    await purses.dispose();
    await database.dispose();
    this.#sharedRouting.stop();
    const embedded = new Set(this.#current.config.deployments.map(({ adapter }) => adapter));
    await Promise.all([
      this.#upstreams.dispose(),
      sharedStates.dispose(),
      ...[...embedded].map((adapter) => (adapter.transport === 'embedded' ? adapter.dispose() : undefined)),
    ]);
  }
}

/** Where models are not to be stored, those that are wait. */
function servedOf(stored: StoredConfiguration, config: GatewayConfig): StoredConfiguration {
  return isStoring(stored, config) ? stored : NOTHING_STORED;
}

function isStoring({ sections }: StoredConfiguration, { storage }: GatewayConfig): boolean {
  const { general_settings: general } = sections;
  return storage.storesModels || (isMapping(general) && general.store_model_in_db === true);
}

/** With another key nothing of what is stored could be served, and what is stored next could not be read by the others. */
function cannotUnseal(error: unknown): StoredConfiguration {
  if (!(error instanceof CannotUnsealError)) return NOTHING_STORED;
  throw new CannotStartError(
    `${error.message}. Start with the LITELLM_SALT_KEY, or with the file secrets.key in DATA_DIR, that it was written with.`,
  );
}

function reasonOf(error: unknown): string {
  const finding =
    error instanceof ConfigurationError ? error.findings.find(({ level }) => level === 'error') : undefined;
  return finding ? placedMessage(finding) : String(error);
}

interface Loading {
  readonly isStrict: boolean;
  readonly stored?: StoredConfiguration;
  /** In place of the file, what was read of it. */
  readonly read?: ConfigurationSource;
}

async function load(
  { from, environment, host, withoutGuardrails }: GatewayOptions,
  { isStrict, stored, read }: Loading,
): Promise<GatewayConfig> {
  const source = { from: read ? { read } : from, environment, lookUpModel, withoutGuardrails, stored };
  const config = await loadConfig(source, isStrict);
  const { masterKey, isKeyPublic } = config.access;
  if (openness(masterKey !== undefined && !isKeyPublic, host) === 'exposed') {
    throw new ConfigurationError('the gateway', [
      {
        level: 'error',
        path: 'general_settings.master_key',
        message: `${isKeyPublic ? 'is a key that everybody knows' : 'there is no key'}, and other machines can reach this address`,
        fix: 'set LITELLM_MASTER_KEY, or listen on 127.0.0.1',
        stops: 'everything',
      },
    ]);
  }
  return config;
}

/** What an operator should know of a configuration that serves from now on. */
export function logConfiguration({ findings, access }: GatewayConfig, logger: Logger): void {
  for (const { level, path, message, fix } of findings) {
    const line = { path, fix };
    const importance = ({ error: 'error', warning: 'warn', hint: 'info' } as const)[level];
    logger[importance](line, message);
  }
  if (access.masterKey === undefined) {
    logger.warn('no key is configured: everybody on this machine may use the gateway; set LITELLM_MASTER_KEY');
  }
}
