// The floor: the least that a proxy in Node does. Bare node:http and undici's dispatch, body parsed and written again,
// the answer copied. No key, no routing, no accounting.
import { createServer } from 'node:http';
import { Pool } from 'undici';

const pool = new Pool(process.argv[2] ?? '', { connections: 8192 });

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body: unknown = JSON.parse(Buffer.concat(parts).toString());
    pool.dispatch(
      {
        path: request.url ?? '/',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
      {
        onRequestStart() {},
        onResponseStart(_, status, headers) {
          const length = headers['content-length'];
          response.writeHead(status, {
            'content-type': String(headers['content-type']),
            ...(typeof length === 'string' && { 'content-length': length }),
          });
        },
        onResponseData(_, part) {
          response.write(part);
        },
        onResponseEnd() {
          response.end();
        },
        onResponseError() {
          response.destroy();
        },
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object')
    console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${address?.port}` }));
});
// It ends with the bench, however that ends.
process.stdin.resume().once('end', () => process.exit(0));
