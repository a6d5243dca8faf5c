// A well-behaved service: answers /ready, drains on SIGTERM, ends when its stdin closes.
import { createServer } from 'node:http';

const server = createServer((request, response) => response.end(JSON.stringify({ pid: process.pid, path: request.url })));
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
const end = () => server.close(() => process.exit(0)) && server.closeAllConnections();
process.on('SIGTERM', end);
process.stdin.resume().on('end', end);
