// Writes MEGABYTES of lines as fast as they are taken, then serves.
import { once } from 'node:events';
import { createServer } from 'node:http';

const line = `${'x'.repeat(1023)}\n`.repeat(64);
for (let written = 0; written < Number(process.env.MEGABYTES) * 1024 * 1024; written += line.length) {
  if (!process.stdout.write(line)) await once(process.stdout, 'drain');
}
console.log('last line');
createServer((_, response) => response.end()).listen(Number(process.env.PORT), '127.0.0.1');
