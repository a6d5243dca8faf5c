import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer, temporaryFolder } from '@showrunner/testkit';
import type { StartGateway } from './play.ts';

const mainFile = join(import.meta.dirname, '../../apps/gateway/src/main.ts');

/** Our gateway as an operator runs it, in a process of its own. */
export const startOurs: StartGateway = async ({ configuration, environment }) => {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'config.yaml');
  await writeFile(file, JSON.stringify(configuration));
  const args = ['--config', file, '--host', '127.0.0.1', '--port', '0'];
  const server = await startServer(mainFile, { args, env: environment }).catch(async (error: unknown) => {
    await folder.remove();
    if (error instanceof Error && error.message.includes('ended with')) return undefined;
    throw error;
  });
  if (!server) return undefined;
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await folder.remove();
    },
  };
};
