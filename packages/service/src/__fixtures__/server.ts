import { setTimeout as wait } from 'node:timers/promises';
import {
  createHealth,
  createLogger,
  createMetrics,
  createServer,
  defineEnvironment,
  drainOnSignal,
  listen,
  prepareDataFolder,
  runMain,
  sendHealth,
  serverVariables,
  startInternalServer,
} from '../index.ts';

const environment = defineEnvironment(serverVariables({ port: 0 }));

await runMain(async () => {
  const settings = environment.read(process.env);
  const logger = createLogger({ service: 'fixture', level: settings.LOG_LEVEL });
  prepareDataFolder(settings.DATA_DIR);
  const health = createHealth();
  const app = createServer({ logger, bodyLimit: 1_000, quietPaths: ['/health/live', '/health/ready'] });
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => sendHealth(reply, await health.report()));
  app.get('/slow', async (request) => {
    request.log.info('slow');
    await wait(600);
    return { done: true };
  });
  app.get('/stuck', async (request, reply) => {
    reply.hijack().raw.write('first ');
    deadline.addEventListener('abort', () => reply.raw.end('last words'));
    request.log.info('stuck');
  });
  app.get('/crash', async () => {
    setImmediate(() => {
      throw new Error('nobody caught this');
    });
    return {};
  });
  app.post('/echo', async ({ body }) => body);
  if (settings.INTERNAL_PORT !== undefined) {
    await startInternalServer({
      health,
      metrics: createMetrics(),
      host: settings.INTERNAL_HOST,
      port: settings.INTERNAL_PORT,
      isForeign: ({ headers }) => headers.origin !== undefined,
    });
  }
  const { deadline } = drainOnSignal(app, {
    health,
    deadlineMs: Number(process.env.DEADLINE_MS ?? 1_000),
    isSupervised: settings.SHOWRUNNER_SUPERVISED,
    onDrain: async () => logger.info('drained'),
  });
  await listen(app, { host: settings.HOST, port: settings.PORT, portSetBy: '--port or FIXTURE_PORT' });
});
