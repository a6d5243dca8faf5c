import { openSharedState } from '@showrunner/store';
import type { Logger, Metrics } from '@showrunner/service';
import { findPriceEntry } from './account/price-table.ts';
import { RequestLog, type LineSink } from './account/request-log.ts';
import type { Books } from './account/settle.ts';
import { SpendLog } from './account/spend-log.ts';
import { Tallies } from './account/tallies.ts';
import { Admission } from './admit/admit.ts';
import { ResponseCache } from './cache/response-cache.ts';
import { Lifetimes } from './call/lifetimes.ts';
import { UpstreamPools } from './call/upstream-pools.ts';
import { ConfigurationError, type Finding } from './config/finding.ts';
import type { GatewayConfig } from './config/gateway-config.ts';
import { loadConfig, type ConfigSource } from './config/load-config.ts';
import { DeploymentStates } from './route/deployment-state.ts';
import { Router } from './route/router.ts';
import type { Serving } from './serving.ts';

export interface GatewayOptions {
  readonly from: ConfigSource['from'];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Where spend is kept: a Postgres, or a file in the data folder. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** Where the lines of requests go: the same place as the logger's. */
  readonly lines: LineSink;
  /** Whether callers from other machines can reach it; then there must be a key. */
  readonly isReachable: boolean;
}

/** A changed file that was not taken. */
export interface Refusal {
  readonly at: Date;
  /** The first error, with its path. */
  readonly message: string;
}

/** The running gateway: what serves now, and how it is exchanged for what a changed file says. */
export class Gateway implements Books {
  readonly tallies: Tallies;
  readonly requestLog: RequestLog;
  readonly logger: Logger;
  /** The requests that are being answered. */
  readonly underWay = new Lifetimes();
  #loadedAt = new Date();
  #refusal: Refusal | undefined;
  readonly #options: GatewayOptions;
  readonly #spend: SpendLog;
  #current: Serving;

  private constructor(options: GatewayOptions, serving: Serving) {
    this.#options = options;
    this.logger = options.logger;
    this.requestLog = new RequestLog(options.logger, options.lines);
    this.tallies = serving.tallies;
    this.#spend = new SpendLog(options);
    this.#current = serving;
  }

  /** Loads the configuration. Throws a `ConfigurationError` where it cannot be served. */
  static async open(options: GatewayOptions): Promise<Gateway> {
    const config = await load(options);
    const lasting = {
      states: new DeploymentStates(),
      pools: new UpstreamPools(options.environment),
      tallies: new Tallies(options.metrics),
    };
    const gateway = new Gateway(options, { ...lasting, ...(await servingParts(config, undefined, options.logger)) });
    gateway.spend?.prepare();
    return gateway;
  }

  /** What serves now. A request takes it once, so that a reload does not change its rules half-way. */
  get current(): Serving {
    return this.#current;
  }

  /** Since when what serves has served, and why what its file says now does not. */
  get configuration(): { readonly loadedAt: Date; readonly refusal: Refusal | undefined } {
    return { loadedAt: this.#loadedAt, refusal: this.#refusal };
  }

  /** Nothing where the configuration wants none kept. */
  get spend(): SpendLog | undefined {
    return this.#current.config.accounting.keepsSpend ? this.#spend : undefined;
  }

  /** Reads the configuration again and swaps it in whole; one that cannot be served leaves the old one in place. */
  async reload(): Promise<void> {
    try {
      const config = await load(this.#options);
      const parts = await servingParts(config, this.#current, this.logger);
      const previous = this.#current;
      this.#current = { ...previous, ...parts };
      previous.states.keepOnly(config.deployments);
      if (previous.cache !== parts.cache) await previous.cache?.dispose();
      this.#loadedAt = new Date();
      this.#refusal = undefined;
      logFindings(config.findings, this.logger);
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

  async dispose(): Promise<void> {
    this.requestLog.flush();
    await this.#spend.dispose();
    const { pools, cache, config } = this.#current;
    const embedded = new Set(config.deployments.map(({ adapter }) => adapter));
    await Promise.all([
      pools.dispose(),
      cache?.dispose(),
      ...[...embedded].map((adapter) => (adapter.transport === 'embedded' ? adapter.dispose() : undefined)),
    ]);
  }
}

function reasonOf(error: unknown): string {
  const finding =
    error instanceof ConfigurationError ? error.findings.find(({ level }) => level === 'error') : undefined;
  return finding ? `${finding.path}: ${finding.message}` : String(error);
}

async function load({ from, environment, isReachable }: GatewayOptions): Promise<GatewayConfig> {
  const config = await loadConfig({ from, environment, lookUpModel: findPriceEntry });
  if (config.access.masterKey === undefined && isReachable) {
    throw new ConfigurationError('the gateway', [
      {
        level: 'error',
        path: 'general_settings.master_key',
        message: 'there is no key, and other machines can reach this address',
        mend: 'set LITELLM_MASTER_KEY, or listen on 127.0.0.1',
      },
    ]);
  }
  return config;
}

async function servingParts(
  config: GatewayConfig,
  previous: Serving | undefined,
  logger: Logger,
): Promise<Pick<Serving, 'config' | 'admission' | 'router' | 'cache'>> {
  return {
    config,
    admission: new Admission(config.access),
    router: new Router(config),
    cache: await openCache(config, previous, logger),
  };
}

/** A cache whose settings did not change keeps its answers over a reload. */
async function openCache(
  { cache }: GatewayConfig,
  previous: Serving | undefined,
  logger: Logger,
): Promise<ResponseCache | undefined> {
  if (!cache) return undefined;
  if (previous?.cache && JSON.stringify(previous.config.cache) === JSON.stringify(cache)) return previous.cache;
  const state = await openSharedState({
    ...(cache.redis && { redis: cache.redis }),
    onStatusChange: (status) => {
      logger.warn({ status }, 'the state of the response cache changed');
    },
  });
  return new ResponseCache(cache, state);
}

export function logFindings(findings: readonly Finding[], logger: Logger): void {
  for (const { level, path, message, mend } of findings) {
    const line = { path, mend };
    if (level === 'hint') logger.info(line, message);
    else logger.warn(line, message);
  }
}
