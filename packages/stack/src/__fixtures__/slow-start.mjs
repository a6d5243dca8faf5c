// Needs START_MS until it is ready; says 503 until then.
import { createServer } from 'node:http';

const readyAt = Date.now() + Number(process.env.START_MS);
createServer((_, response) => {
  response.statusCode = Date.now() < readyAt ? 503 : 200;
  response.end(response.statusCode === 503 ? 'warming up' : 'ready');
}).listen(Number(process.env.PORT), '127.0.0.1');
