// A server as `startServer` expects one: says where it listens, ends on SIGTERM; with --broken it fails to start.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

if (process.argv.includes('--broken')) {
  console.error('port 4000 is taken by another program');
  process.exit(3);
}
const server = createServer((_request, response) => {
  response.end(JSON.stringify({ key: process.env['OPENAI_API_KEY'] ?? null, given: process.env['GIVEN'] }));
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${port}` }));
});
process.on('SIGTERM', () => server.close(() => process.exit(0)));
