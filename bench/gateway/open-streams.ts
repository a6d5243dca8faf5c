// What open streams cost in memory: all of them have begun, and none ends. README.md tells how.
import type { Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { startBesideFloor } from './measure/beside-floor.ts';
import { openStream } from './load/open-stream.ts';
import { residentMegabytes, type Server } from './servers/processes.ts';

const { values } = parseArgs({ options: { streams: { type: 'string', default: '5000' } } });
const count = Number(values.streams);
const AT_ONCE = 50;

const servers = await startBesideFloor('endless-upstream.ts');
const { floor, gateway } = servers;

console.log(
  `${'resident MB'.padEnd(14)} ${'idle'.padStart(6)} ${`${count} streams`.padStart(14)} ${'KB each'.padStart(8)}`,
);
await measure('floor', floor);
await measure('gateway', gateway);
await servers.stop();

async function measure(name: string, server: Server): Promise<void> {
  const idle = await residentMegabytes(server.pid);
  const clients: Socket[] = [];
  while (clients.length < count) {
    clients.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, count - clients.length) }, () => openStream(server)),
      )),
    );
  }
  const full = await residentMegabytes(server.pid);
  const each = ((full - idle) * 1024) / count;
  console.log(
    `${name.padEnd(14)} ${idle.toFixed(0).padStart(6)} ${full.toFixed(0).padStart(14)} ${each.toFixed(0).padStart(8)}`,
  );
  for (const client of clients) client.destroy();
}
