import { foreignPagesAt } from '@showrunner/access';
import {
  createHealth,
  drainOnSignal,
  listen,
  startInternalServer,
  type EnvironmentOf,
  type Logger,
  type Metrics,
  type ProcessEnvironment,
  type WorkerPlace,
} from '@showrunner/service';
import type { CommandLine } from './command-line.ts';
import type { ConfigSource } from './config/load-config.ts';
import type { GatewayConfig } from './config/gateway-config.ts';
import { watchConfig } from './config/watch-config.ts';
import type { gatewayEnvironment } from './environment.ts';
import { crossOriginOf } from './http/cross-origin.ts';
import { createApp } from './http/create-app.ts';
import { referencePaths } from './http/reference/reference-paths.ts';
import { registerChecks } from './manage/health.ts';
import { Gateway } from './serving/gateway.ts';
import { logConfiguration } from './serving/load-served.ts';
import { warmEmbedded } from './serving/warm-embedded.ts';

/** What a process is told that serves. */
export interface ServerOptions {
  readonly commandLine: CommandLine;
  readonly environment: EnvironmentOf<typeof gatewayEnvironment.variables>;
  /** What references of the configuration see. */
  readonly forConfiguration: ProcessEnvironment;
  readonly from: ConfigSource['from'];
  readonly withoutGuardrails: readonly string[];
  readonly dataFolder: string;
  readonly logger: Logger;
  readonly lines: { write(line: string): void };
  readonly metrics: Metrics;
  /** Its place among workers; nothing where it serves alone. */
  readonly worker: WorkerPlace | undefined;
}

/** One process that serves: listens, and drains when it is to stop. */
export async function serveOne(options: ServerOptions): Promise<void> {
  const { commandLine, environment, dataFolder, logger, lines, metrics, worker } = options;
  const host = commandLine.host ?? environment.HOST;
  const port = commandLine.port ?? environment.PORT;
  const health = createHealth();
  const gateway = await Gateway.open({
    from: options.from,
    environment: options.forConfiguration,
    databaseUrl: environment.LITELLM_DATABASE_URL?.reveal(),
    dataFolder,
    logger,
    metrics,
    lines,
    host,
    isStrict: commandLine.isStrict,
    withoutGuardrails: options.withoutGuardrails,
    batchPollingSeconds: environment.PROXY_BATCH_POLLING_INTERVAL,
    worker,
    pages: { allowedHosts: environment.ALLOWED_HOSTS, allowedOrigins: environment.LITELLM_CORS_ORIGINS },
  });
  if (!worker || worker.isFirst) logConfiguration(gateway.current.config, logger);
  registerChecks(health, gateway);
  const crossOrigin = crossOriginOf(environment.LITELLM_CORS_ORIGINS, environment.LITELLM_CORS_ALLOW_CREDENTIALS);
  const app = createApp(gateway, health, metrics, {
    crossOrigin,
    rootPath: environment.SERVER_ROOT_PATH,
    reference: referencePaths(environment),
  });
  if (commandLine.keepAliveSeconds !== undefined) app.server.keepAliveTimeout = commandLine.keepAliveSeconds * 1000;
  const watcher = watchConfig({
    files: () => gateway.current.config.written.files,
    reload: () => gateway.reload(),
  });

  let stop: (reason: string) => void = () => undefined;
  const drain = drainOnSignal(app, {
    health,
    // A worker hears it from the process that started it.
    isSupervised: environment.SHOWRUNNER_SUPERVISED && !worker,
    onStoppable: (stopNow) => (stop = stopNow),
    onDrain: async () => {
      watcher.stop();
      await worker?.leave();
      await gateway.dispose();
    },
  });
  drain.deadline.addEventListener('abort', () => gateway.underWay.serverStops());
  if (environment.INTERNAL_PORT !== undefined) {
    await startInternalServer({
      health,
      metrics,
      host: environment.INTERNAL_HOST,
      port: environment.INTERNAL_PORT,
      worker,
      isForeign: foreignPagesAt(environment.INTERNAL_HOST, environment.ALLOWED_HOSTS),
    });
  }
  await listen(app, { host, port, portSetBy: '--port or PORT' }, worker);
  worker?.serves({ stop, reload: () => watcher.reload() }, loneReason(gateway.current.config));
  void warmEmbedded(gateway.current.config.deployments, logger, drain.deadline);
}

/** Why several processes may not serve a configuration; nothing where they may. */
function loneReason({ deployments }: GatewayConfig): string | undefined {
  const embedded = deployments.find(({ adapter }) => adapter.transport === 'embedded');
  return embedded && `the embedded model ${embedded.vendorModel} would lie in memory once for each`;
}
