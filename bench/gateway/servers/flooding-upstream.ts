// A vendor whose streams never end and come as fast as they are read: 16 KB of content in each chunk.
import { createServer, type Socket } from 'node:net';

const event = `data: ${JSON.stringify({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1_700_000_000,
  model: 'gpt-5.4-2026-03-05',
  choices: [{ index: 0, delta: { content: 'word '.repeat(3_200) }, finish_reason: null }],
})}\n\n`;
const chunk = `${event.length.toString(16)}\r\n${event}\r\n`;
const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n';

const server = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => socket.destroy());
  socket.once('data', () => {
    socket.write(HEAD);
    flood(socket);
    socket.on('drain', () => flood(socket));
    socket.resume();
  });
});

function flood(socket: Socket): void {
  let isTaken = true;
  while (isTaken && !socket.destroyed) {
    isTaken = socket.write(chunk);
  }
}

server.listen(0, '127.0.0.1', 16_384, () => {
  const address = server.address();
  if (typeof address === 'object')
    console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${address?.port}` }));
});
// It ends with the bench, however that ends.
process.stdin.resume().once('end', () => process.exit(0));
