// Stands for both servers: answers every path, logs a JSON line, drains on SIGTERM and when its stdin closes.
import { createServer } from 'node:http';
import process from 'node:process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ strict: false, options: { port: { type: 'string' }, config: { type: 'string' } } });
const server = createServer((request, response) =>
  response.end(JSON.stringify({ status: 'ok', path: request.url, dependencies: { store: 'memory' } })),
);
server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(JSON.stringify({ level: 30, msg: 'listening', port: values.port, config: values.config }));
});
const end = () => {
  server.close(() => process.exit());
  server.closeAllConnections();
};
process.on('SIGTERM', end);
process.stdin.resume().on('end', end);
