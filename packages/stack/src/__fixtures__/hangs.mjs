// Ready once, then never answers again.
import { createServer } from 'node:http';

let answered = false;
createServer((_, response) => {
  if (!answered) response.end();
  answered = true;
}).listen(Number(process.env.PORT), '127.0.0.1');
