import type { Caller } from '@showrunner/access';
import type { Logger } from '@showrunner/service';
import { lookUpModel } from '@showrunner/models';
import { isHeardByOthers } from '@showrunner/store';
import { administrator } from '../admit/administrator.ts';
import { ConfigurationError, errorsAmong, type Finding } from '../config/finding.ts';
import type { GatewayConfig } from '../config/gateway-config.ts';
import { readConfig } from '../config/load-config.ts';
import {
  NOTHING_STORED,
  storedModelPath,
  type StoredConfiguration,
  type StoredModel,
} from '../config/stored-configuration.ts';
import { Lifetimes } from '../exchange/time/lifetimes.ts';
import type { FinishedRecord } from '../exchange/record/record.ts';
import type { LabelDirectory } from '../keys/label-directory.ts';
import { watchChanges } from '../keys/watch-changes.ts';
import type { RefusedRequest } from '../observe/metrics/tallies.ts';
import type { SpendLog } from '../observe/spend/spend-log.ts';
import { shareRouting } from '../route/shared-routing.ts';
import type { Entities } from '../stored/entities/entities.ts';
import { isSealedKind } from '../stored/secrets/sealed-entities.ts';
import type { StoredSecrets } from '../stored/secrets/stored-secrets.ts';
import { openUpstreams, type Upstreams } from '../upstream/upstreams.ts';
import { assemble, type Lasting } from './assemble.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { keepHouse } from './keep-house.ts';
import { cannotUnseal, isStoring, loadServed, logConfiguration, reasonOf, servedOf } from './load-served.ts';
import { openKept, type Kept } from './open-kept.ts';
import { openLasting } from './open-lasting.ts';
import { openStored } from './open-stored.ts';
import type { Serving } from './serving.ts';
import { Watch } from './watch.ts';

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
  /** Of several workers one keeps house. */
  readonly #house: { stop(): void } | undefined;
  readonly #changes: { stop(): void };
  readonly #watch: Watch;
  /** Keys, teams and all else that is managed. */
  readonly entities: Entities;
  /** Where what is uploaded waits that cannot be passed on yet. */
  readonly spoolFolder: string;
  /** What is kept between calls that go on from one another, and what lies with vendors. */
  readonly kept: Kept;

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
    this.#house = (options.worker?.isFirst ?? true) ? keepHouse(lasting, () => this.#current) : undefined;
    this.kept = openKept(lasting, () => this.#current, options);
    const { entities, keys, labels } = lasting;
    this.entities = entities;
    this.#watch = new Watch(options.metrics, {
      tallies: lasting.tallies,
      entities,
      customers: labels.customers,
      serving: () => this.#current,
      inFlight: () => this.underWay.count,
    });
    this.#watch.configure(serving.config.metrics);
    this.#changes = watchChanges({
      entities,
      shared: () => this.#current.shared,
      onChange: (changed) => {
        keys.forget(changed);
        for (const directory of directoriesOf(labels)) directory.forget(changed);
        if (changed.some(({ kind }) => isSealedKind(kind))) void this.serveStored();
        if (changed.some(({ kind }) => kind === 'id_key')) void this.kept.idKeys.learn();
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
    const ofFile = await loadServed(options, { isStrict: false });
    const { database, entities, secrets } = openStored(options, ofFile);
    const isThere = await database.prepare();
    const stored = isThere ? await secrets.read().catch(cannotUnseal) : NOTHING_STORED;
    const config = await loadServed(options, { isStrict: options.isStrict, stored: servedOf(stored, ofFile) });
    const upstreams = await openUpstreams(options.environment);
    const lasting = openLasting({ options, config, upstreams, stored: { database, entities, secrets } });
    const gateway = new Gateway(options, lasting, upstreams, await assemble(config, lasting, undefined));
    gateway.#storedLast = stored;
    // What is stored is served as soon as it can be read: nobody tells of it, for nobody changes it then.
    const learn = () => Promise.all([gateway.kept.idKeys.learn(), lasting.labels.accessGroups.learn()]);
    if (isThere) await learn();
    else void database.opened.then(() => Promise.all([gateway.serveStored(), learn()]));
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
        await this.#serve(
          await loadServed(this.#options, { isStrict: false, stored: await this.#stored(), read: written }),
        );
      } catch (error) {
        this.logger.error({ error: String(error) }, 'what is stored cannot be served; the old serves on');
      }
    });
  }

  async #reloadNow(): Promise<void> {
    try {
      const config = await loadServed(this.#options, { isStrict: true, stored: await this.#stored() });
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
      for (const directory of directoriesOf(labels)) directory.forgetAll();
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

  async dispose(): Promise<void> {
    const { requestLog, spend, purses, database, sharedStates } = this.#lasting;
    await this.kept.responsesPorts.underWay.stop();
    requestLog.flush();
    await Promise.all([this.#current.callbacks.dispose(), this.#current.alerts?.dispose()]);
    this.#house?.stop();
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

/** Where labels of each kind are remembered. */
function directoriesOf({ customers, tags, accessGroups, proxy }: Lasting['labels']): readonly LabelDirectory[] {
  return [customers, tags, accessGroups, proxy];
}
