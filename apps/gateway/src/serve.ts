import { foreignPagesAt } from '@showrunner/access';
import {
  createHealth,
  createLogger,
  createMetrics,
  createStandardOutput,
  drainOnSignal,
  listen,
  prepareDataFolder,
  startInternalServer,
  type ProcessEnvironment,
} from '@showrunner/service';
import { lookUpModel } from '@showrunner/models';
import { warmEmbedded } from './serving/warm-embedded.ts';
import manifest from '../package.json' with { type: 'json' };
import { readCommandLine } from './command-line.ts';
import { checkConfig } from './config/check-config.ts';
import { configSource } from './config-source.ts';
import { watchConfig } from './config/watch-config.ts';
import { configurationEnvironment, gatewayEnvironment, logLevel } from './environment.ts';
import { reportNotActedOn } from './litellm/report-not-acted-on.ts';
import { Gateway, logConfiguration } from './serving/gateway.ts';
import { referencePaths } from './http/reference/reference-paths.ts';
import { crossOriginOf } from './http/cross-origin.ts';
import { createApp } from './http/create-app.ts';
import { registerChecks } from './manage/health.ts';

/** Starts the gateway, or checks a configuration: reads what it is told, listens, and drains when it is to stop. */
export async function serve(argv: readonly string[], processEnvironment: ProcessEnvironment): Promise<void> {
  const commandLine = readCommandLine(argv, processEnvironment);
  if (commandLine.isVersion) {
    process.stdout.write(`${manifest.version}\n`);
    return;
  }
  const environment = gatewayEnvironment.read(processEnvironment);
  const forConfiguration = configurationEnvironment(processEnvironment, environment);
  const from = configSource(commandLine, environment.CONFIG_FILE_PATH);
  const withoutGuardrails = [...commandLine.withoutGuardrails, ...environment.WITHOUT_GUARDRAILS];
  if (commandLine.isCheck) {
    const source = { from, environment: forConfiguration, lookUpModel, withoutGuardrails };
    process.exitCode = await checkConfig(source, commandLine.asJson);
    return;
  }

  const dataFolder = prepareDataFolder(environment.DATA_DIR);
  const host = commandLine.host ?? environment.HOST;
  const port = commandLine.port ?? environment.PORT;
  const lines = createStandardOutput();
  const level = commandLine.isDebug ? 'debug' : logLevel(environment, processEnvironment);
  const logger = createLogger({ service: 'gateway', level, sink: lines });
  reportNotActedOn(
    commandLine.notActedOn,
    processEnvironment,
    new Set(Object.keys(gatewayEnvironment.variables)),
    logger,
  );
  const metrics = createMetrics();
  const health = createHealth();

  const gateway = await Gateway.open({
    from,
    environment: forConfiguration,
    databaseUrl: environment.LITELLM_DATABASE_URL?.reveal(),
    dataFolder,
    logger,
    metrics,
    lines,
    host,
    isStrict: commandLine.isStrict,
    withoutGuardrails,
    batchPollingSeconds: environment.PROXY_BATCH_POLLING_INTERVAL,
    pages: { allowedHosts: environment.ALLOWED_HOSTS, allowedOrigins: environment.LITELLM_CORS_ORIGINS },
  });
  logConfiguration(gateway.current.config, logger);
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

  const drain = drainOnSignal(app, {
    health,
    isSupervised: environment.SHOWRUNNER_SUPERVISED,
    onDrain: async () => {
      watcher.stop();
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
      isForeign: foreignPagesAt(environment.INTERNAL_HOST, environment.ALLOWED_HOSTS),
    });
  }
  await listen(app, { host, port, portSetBy: '--port or PORT' });
  void warmEmbedded(gateway.current.config.deployments, logger, drain.deadline);
}
