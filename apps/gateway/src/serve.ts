import { fileURLToPath } from 'node:url';
import {
  createLogger,
  createMetrics,
  createStandardOutput,
  prepareDataFolder,
  workerPlace,
  type ProcessEnvironment,
} from '@showrunner/service';
import manifest from '../package.json' with { type: 'json' };
import { readCommandLine } from './command-line.ts';
import { configSource } from './config-source.ts';
import { configurationEnvironment, gatewayEnvironment, logLevel } from './environment.ts';
import { reportNotActedOn } from './litellm/report-not-acted-on.ts';

/**
 * Starts the gateway, or checks a configuration: reads what it is told, and serves by itself or by workers. What serves is
 * loaded only where it does: a process that starts workers needs none of it.
 */
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
    const [{ checkConfig }, { lookUpModel }] = await Promise.all([
      import('./config/check-config.ts'),
      import('@showrunner/models'),
    ]);
    const source = { from, environment: forConfiguration, lookUpModel, withoutGuardrails };
    process.exitCode = await checkConfig(source, commandLine.asJson);
    return;
  }

  const dataFolder = prepareDataFolder(environment.DATA_DIR);
  const lines = createStandardOutput();
  const level = commandLine.isDebug ? 'debug' : logLevel(environment, processEnvironment);
  const worker = workerPlace(processEnvironment);
  const logger = createLogger({ service: 'gateway', level, worker: worker?.number, sink: lines });
  const metrics = createMetrics();
  if (!worker) {
    const known = new Set(Object.keys(gatewayEnvironment.variables));
    reportNotActedOn(commandLine.notActedOn, processEnvironment, known, logger);
  }
  if (!worker && commandLine.workers > 1) {
    const { runWorkers } = await import('./serving/run-workers.ts');
    const isSupervised = environment.SHOWRUNNER_SUPERVISED;
    runWorkers({
      count: commandLine.workers,
      program: { file: fileURLToPath(new URL('main.ts', import.meta.url)), args: argv },
      logger,
      lines,
      metrics,
      isSupervised,
    });
    return;
  }
  const { serveOne } = await import('./serve-one.ts');
  await serveOne({
    commandLine,
    environment,
    forConfiguration,
    from,
    withoutGuardrails,
    dataFolder,
    logger,
    lines,
    metrics: worker ? worker.together(metrics) : metrics,
    worker,
  });
}
