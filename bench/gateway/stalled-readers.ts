// What clients that stop reading cost in memory, of vendors that send as fast as they can. README.md tells how.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startBesideFloor } from './measure/beside-floor.ts';
import { openStream } from './load/open-stream.ts';
import { residentMegabytes } from './servers/processes.ts';

const { values } = parseArgs({
  options: { readers: { type: 'string', default: '1000' }, seconds: { type: 'string', default: '30' } },
});
const count = Number(values.readers);
const seconds = Number(values.seconds);
const AT_ONCE = 20;

const { gateway, ...servers } = await startBesideFloor('flooding-upstream.ts');
const idle = await residentMegabytes(gateway.pid);
for (let open = 0; open < count; open += AT_ONCE) {
  const clients = await Promise.all(Array.from({ length: AT_ONCE }, () => openStream(gateway)));
  for (const client of clients) client.pause();
}
console.log(`idle ${idle.toFixed(0)} MB`);
for (let part = 1; part <= 3; part++) {
  await sleep((seconds * 1000) / 3);
  const resident = await residentMegabytes(gateway.pid);
  console.log(`${count} stalled readers after ${((part * seconds) / 3).toFixed(0)} s: ${resident.toFixed(0)} MB`);
}
await servers.stop();
process.exit(0);
