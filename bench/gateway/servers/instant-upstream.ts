// A vendor that answers at once: bare TCP, ready-made bytes, so that it costs as little as it can beside what is measured.
// Over TLS with the key and the certificate in two files, named behind it.
import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

const STREAM_CHUNKS = 100;
const HEADER_END = '\r\n\r\n';

const completion = JSON.stringify({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1_700_000_000,
  model: 'gpt-5.4-2026-03-05',
  choices: [{ index: 0, message: { role: 'assistant', content: 'word '.repeat(40) }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 90, completion_tokens: 40, total_tokens: 130 },
  system_fingerprint: 'fp_1',
});
const message = JSON.stringify({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-opus-4-8',
  content: [{ type: 'text', text: 'word '.repeat(40) }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 90, output_tokens: 40 },
});
const response = JSON.stringify({
  id: 'resp_1',
  object: 'response',
  created_at: 1_700_000_000,
  status: 'completed',
  model: 'gpt-5.4-2026-03-05',
  output: [
    {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text: 'word '.repeat(40), annotations: [] }],
    },
  ],
  usage: { input_tokens: 90, output_tokens: 40, total_tokens: 130 },
});
const chunk = (delta: object, finish: string | null): string =>
  `data: ${JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1_700_000_000,
    model: 'gpt-5.4-2026-03-05',
    choices: [{ index: 0, delta, finish_reason: finish }],
    usage: null,
  })}\n\n`;
const events = [
  ...Array.from({ length: STREAM_CHUNKS }, () => chunk({ content: 'word ' }, null)),
  chunk({}, 'stop'),
  'data: [DONE]\n\n',
];

const plain = (body: string): Buffer =>
  Buffer.from(
    `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}${HEADER_END}${body}`,
  );
const chunked = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;
const answers = {
  completion: plain(completion),
  message: plain(message),
  response: plain(response),
  // Each event is an HTTP chunk of its own; all of them arrive at once, which is the worst case for cost per chunk.
  stream: Buffer.from(
    `HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked${HEADER_END}${events.map(chunked).join('')}0\r\n\r\n`,
  ),
};

function wholeAnswerTo(head: string): Buffer {
  if (head.startsWith('post /v1/messages ')) return answers.message;
  return head.startsWith('post /v1/responses ') ? answers.response : answers.completion;
}

const [key, cert] = process.argv.slice(2).map((file) => readFileSync(file));
const isTls = key !== undefined && cert !== undefined;
const server = isTls
  ? createTlsServer({ key, cert, noDelay: true, ALPNProtocols: ['http/1.1'] }, answer)
  : createServer({ noDelay: true }, answer);

function answer(socket: Socket): void {
  let pending = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    pending += bytes.toString('latin1');
    const headEnd = pending.indexOf(HEADER_END);
    if (headEnd === -1) return;
    const head = pending.slice(0, headEnd).toLowerCase();
    const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
    const end = headEnd + HEADER_END.length + length;
    if (pending.length < end) return;
    const isStream = pending.slice(headEnd, end).includes('"stream":true');
    pending = pending.slice(end);
    socket.write(isStream ? answers.stream : wholeAnswerTo(head));
  });
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address !== 'object') return;
  const origin = isTls ? `https://localhost:${address?.port}` : `http://127.0.0.1:${address?.port}`;
  console.log(JSON.stringify({ msg: 'listening', url: origin }));
});
// It ends with the bench, however that ends.
process.stdin.resume().once('end', () => process.exit(0));
