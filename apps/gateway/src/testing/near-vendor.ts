// A vendor over TLS in a thread of its own, so that its answers come while the turn that asked still goes on. Each says
// which connection brought it.
import { createServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

let connections = 0;
const server = createServer({ ...(workerData as { key: string; cert: string }), noDelay: true }, (socket) => {
  connections += 1;
  const answer = String(connections);
  socket.on('error', () => {});
  socket.on('data', () => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${answer.length}\r\n\r\n${answer}`);
  });
});
server.listen(0, '127.0.0.1', () => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage((server.address() as AddressInfo).port);
});
