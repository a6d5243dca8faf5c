import { openSharedState } from '@showrunner/store';
import type { Logger, Metrics } from '@showrunner/service';
import { findPriceEntry } from './account/price-table.ts';
import { RequestLog, type LineSink } from './account/request-log.ts';
import type { Books, SpendSink } from './account/settle.ts';
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
  /** Where the lines of requests go: the same place as the logger's. */
  readonly lines: LineSink;
  /** Whether callers from other machines can reach it; then there must be a key. */
  readonly isReachable: boolean;
}

/** The running gateway: what serves now, and how it is exchanged for what a changed file says. */
export class Gateway implements Books {
  readonly tallies: Tallies;
  readonly requestLog: RequestLog;
  readonly spend: SpendSink | undefined;
  readonly logger: Logger;
  /** The requests that are being answered. */
  readonly underWay = new Lifetimes();
  /** Whether a changed file was refused, so that what serves is not what it says. */
  isStale = false;
  readonly #options: GatewayOptions;
  #current: Serving;

  private constructor(options: GatewayOptions, serving: Serving) {
    this.#options = options;
    this.logger = options.logger;
    this.requestLog = new RequestLog(options.logger, options.lines);
    this.tallies = serving.tallies;
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
    return new Gateway(options, { ...lasting, ...(await servingParts(config, undefined, options.logger)) });
  }

  /** What serves now. A request takes it once, so that a reload does not change its rules half-way. */
  get current(): Serving {
    return this.#current;
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
      this.isStale = false;
      logFindings(config.findings, this.logger);
      this.logger.info({ models: config.deployments.length }, 'configuration reloaded');
    } catch (error) {
      const findings = error instanceof ConfigurationError ? error.findings : [];
      this.isStale = true;
      this.logger.error(
        { error: String(error), findings },
        'the changed configuration is refused; the old one serves on',
      );
    }
  }

  async dispose(): Promise<void> {
    this.requestLog.flush();
    const { pools, cache, config } = this.#current;
    const embedded = new Set(config.deployments.map(({ adapter }) => adapter));
    await Promise.all([
      pools.dispose(),
      cache?.dispose(),
      ...[...embedded].map((adapter) => (adapter.transport === 'embedded' ? adapter.dispose() : undefined)),
    ]);
  }
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
