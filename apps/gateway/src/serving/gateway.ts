import { openness } from '@showrunner/access';
import type { Logger, Metrics } from '@showrunner/service';
import { lookUpModel } from '@showrunner/models';
import { RequestLog, type LineSink } from '../observe/request-log.ts';
import type { Books } from '../observe/settle.ts';
import { SpendLog } from '../observe/spend/spend-log.ts';
import { sweepSpendRegularly } from '../observe/spend/sweep-spend.ts';
import { Tallies } from '../observe/tallies.ts';
import { Admission } from '../admit/admit.ts';
import { ResponseCache } from '../cache/response-cache.ts';
import { Lifetimes } from '../exchange/lifetimes.ts';
import { ConfigurationError, type Finding } from '../config/finding.ts';
import type { GatewayConfig } from '../config/gateway-config.ts';
import { loadConfig, type ConfigSource } from '../config/load-config.ts';
import { DeploymentLimits } from '../route/deployment-limits.ts';
import { DeploymentStates } from '../exchange/deployment-state.ts';
import { Router } from '../route/router.ts';
import { KnownRequests } from '../http/known-requests.ts';
import { shareCooldowns } from '../route/shared-cooldowns.ts';
import type { Serving } from './serving.ts';
import { SharedStates } from './shared-states.ts';
import { openUpstreams } from '../upstream/upstreams.ts';

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
  /** Where it listens; where other machines can reach it there must be a key. */
  readonly host: string;
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
  /** For where answers are cached. */
  readonly knownRequests = new KnownRequests();
  /** The requests that are being answered. */
  readonly underWay = new Lifetimes();
  #loadedAt = new Date();
  #refusal: Refusal | undefined;
  readonly #options: GatewayOptions;
  readonly #spend: SpendLog;
  #current: Serving;

  readonly #sharedStates: SharedStates;
  readonly #cooldowns: { stop(): void };
  readonly #spendSweep: { stop(): void };

  private constructor(options: GatewayOptions, serving: Serving, sharedStates: SharedStates) {
    this.#options = options;
    this.logger = options.logger;
    this.requestLog = new RequestLog(options.logger, options.lines);
    this.tallies = serving.tallies;
    this.#spend = new SpendLog(options);
    this.#current = serving;
    this.#sharedStates = sharedStates;
    this.#cooldowns = shareCooldowns(() => {
      const { config, states, shared } = this.#current;
      return { deployments: config.deployments, states, store: shared };
    });
    this.#spendSweep = sweepSpendRegularly({
      spend: this.#spend,
      retention: () => this.#current.config.accounting.spendRetention,
      logger: options.logger,
    });
  }

  /** Loads the configuration. Throws a `ConfigurationError` where it cannot be served. */
  static async open(options: GatewayOptions): Promise<Gateway> {
    const config = await load(options);
    const lasting = {
      states: new DeploymentStates(),
      upstreams: await openUpstreams(options.environment),
      tallies: new Tallies(options.metrics),
    };
    const sharedStates = new SharedStates(options.logger, options.metrics);
    const parts = await servingParts(config, undefined, sharedStates);
    const gateway = new Gateway(options, { ...lasting, ...parts }, sharedStates);
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

  /** Why Redis is not used now; nothing while it is, or where there is none. */
  get sharedStateProblem(): string | undefined {
    return this.#sharedStates.problem;
  }

  /** Nothing where the configuration wants none kept. */
  get spend(): SpendLog | undefined {
    return this.#current.config.accounting.keepsSpend ? this.#spend : undefined;
  }

  /** Reads the configuration again and swaps it in whole; one that cannot be served leaves the old one in place. */
  async reload(): Promise<void> {
    try {
      const config = await load(this.#options);
      const parts = await servingParts(config, this.#current, this.#sharedStates);
      const previous = this.#current;
      this.#current = { ...previous, ...parts };
      previous.states.keepOnly(config.deployments);
      await this.#sharedStates.keepOnly([parts.shared, await this.#sharedStates.at(config.cache?.redis)]);
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
    this.#spendSweep.stop();
    await this.#spend.dispose();
    this.#cooldowns.stop();
    const { upstreams, config } = this.#current;
    const embedded = new Set(config.deployments.map(({ adapter }) => adapter));
    await Promise.all([
      upstreams.dispose(),
      this.#sharedStates.dispose(),
      ...[...embedded].map((adapter) => (adapter.transport === 'embedded' ? adapter.dispose() : undefined)),
    ]);
  }
}

function reasonOf(error: unknown): string {
  const finding =
    error instanceof ConfigurationError ? error.findings.find(({ level }) => level === 'error') : undefined;
  return finding ? `${finding.path}: ${finding.message}` : String(error);
}

async function load({ from, environment, host }: GatewayOptions): Promise<GatewayConfig> {
  const config = await loadConfig({ from, environment, lookUpModel });
  if (openness(config.access.masterKey !== undefined, host) === 'exposed') {
    throw new ConfigurationError('the gateway', [
      {
        level: 'error',
        path: 'general_settings.master_key',
        message: 'there is no key, and other machines can reach this address',
        fix: 'set LITELLM_MASTER_KEY, or listen on 127.0.0.1',
      },
    ]);
  }
  return config;
}

type Parts = Pick<Serving, 'config' | 'admission' | 'router' | 'cache' | 'shared' | 'deploymentLimits'>;

async function servingParts(
  config: GatewayConfig,
  previous: Serving | undefined,
  states: SharedStates,
): Promise<Parts> {
  const shared = await states.at(config.redis);
  return {
    config,
    shared,
    admission: new Admission(config.access, shared),
    router: new Router(config),
    cache: await openCache(config, previous, states),
    deploymentLimits: config.routing.enforcesModelRateLimits ? new DeploymentLimits(shared) : undefined,
  };
}

/** A cache whose settings did not change goes on over a reload. */
async function openCache(
  { cache }: GatewayConfig,
  previous: Serving | undefined,
  states: SharedStates,
): Promise<ResponseCache | undefined> {
  if (!cache) return undefined;
  if (previous?.cache && JSON.stringify(previous.config.cache) === JSON.stringify(cache)) return previous.cache;
  return new ResponseCache(cache, await states.at(cache.redis));
}

export function logFindings(findings: readonly Finding[], logger: Logger): void {
  for (const { level, path, message, fix } of findings) {
    const line = { path, fix };
    if (level === 'hint') logger.info(line, message);
    else logger.warn(line, message);
  }
}
