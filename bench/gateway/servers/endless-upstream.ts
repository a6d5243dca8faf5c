// A vendor whose streams begin and never end: one piece of content at once, then one every ten seconds.
import { createServer } from 'node:net';

const EVERY_MS = 10_000;
const event = `data: ${JSON.stringify({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1_700_000_000,
  model: 'gpt-5.4-2026-03-05',
  choices: [{ index: 0, delta: { content: 'word ' }, finish_reason: null }],
})}\n\n`;
const chunk = `${event.length.toString(16)}\r\n${event}\r\n`;
const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n';

const server = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => socket.destroy());
  socket.once('data', () => {
    socket.write(HEAD + chunk);
    const timer = setInterval(() => socket.write(chunk), EVERY_MS);
    socket.on('close', () => clearInterval(timer));
    socket.resume();
  });
});
server.listen(0, '127.0.0.1', 16_384, () => {
  const address = server.address();
  if (typeof address === 'object')
    console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${address?.port}` }));
});
// It ends with the bench, however that ends.
process.stdin.resume().once('end', () => process.exit(0));
