// A step of the image's build: starts each server until it is ready and stops it again. It fails the build of an image
// whose servers cannot start, and leaves what Node compiled under NODE_COMPILE_CACHE.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_WITHIN_MS = 60_000;

await warm('apps/gateway/src/main.ts', ['--model', 'openai/gpt-5.4', '--api_base', 'http://127.0.0.1:9/v1']);
await warm('apps/mpc-api/src/main.ts', []);
await warm('apps/mpc-api/src/worker-main.ts', []);

async function warm(entry, args) {
  const port = 4_800;
  const server = spawn(process.execPath, [entry, ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port - 1),
      INTERNAL_PORT: String(port),
      DATA_DIR: `${tmpdir()}/warm`,
      LOG_LEVEL: 'warn',
    },
  });
  const ended = once(server, 'exit');
  await Promise.race([
    live(`http://127.0.0.1:${port}/health/live`),
    ended.then(([code]) => Promise.reject(new Error(`${entry} ended with code ${code}`))),
  ]);
  server.kill('SIGTERM');
  const [code] = await ended;
  if (code !== 0) throw new Error(`${entry} ended with code ${code} on SIGTERM`);
}

/** Alive is enough: the content API is not ready without a gateway. */
async function live(url) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error(`${url} did not answer within ${READY_WITHIN_MS} ms`);
}
