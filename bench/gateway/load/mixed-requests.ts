import type { Pool } from 'undici';
import { chatBody, CHAT_PATH, chatHeaders, conversation } from './chat-script.ts';
import { KEY } from '../servers/production-gateway.ts';

/** One way to ask, and what has to come. */
interface Kind {
  readonly name: string;
  /** Of all requests; they add up to one. */
  readonly share: number;
  readonly status: number;
  readonly path?: string;
  readonly key?: string;
  readonly body: (number: number) => string;
  /** Whether the client goes at the first bytes. */
  readonly leaves?: boolean;
  /** What a whole answer has to hold. */
  readonly holds?: string;
}

/** What came of a request. */
export interface Outcome {
  readonly kind: string;
  readonly milliseconds: number;
  /** Nothing where it went as it should. */
  readonly problem: string | undefined;
}

const LONG_BYTES = 100_000;
const long = chatBody({ model: 'gpt', messages: conversation(LONG_BYTES) });
const question = (number: number): object[] => [{ role: 'user', content: `What is the square of ${number}?` }];

export const mixedKinds: readonly Kind[] = [
  { name: 'plain', share: 0.36, status: 200, body: () => chatBody({ model: 'gpt' }), holds: '"usage"' },
  {
    name: 'streams',
    share: 0.2,
    status: 200,
    body: () => chatBody({ model: 'gpt', stream: true }),
    holds: 'data: [DONE]',
  },
  { name: 'translated', share: 0.1, status: 200, body: () => chatBody({ model: 'claude' }), holds: '"usage"' },
  {
    name: "Anthropic's wire",
    share: 0.1,
    status: 200,
    path: '/v1/messages',
    body: (number) => JSON.stringify({ model: 'gpt', max_tokens: 100, messages: question(number) }),
    holds: '"stop_reason"',
  },
  {
    name: 'cached',
    share: 0.1,
    status: 200,
    // A hundred questions, each asked again and again.
    body: (number) =>
      JSON.stringify({ model: 'gpt', messages: question(number % 100), cache: { 'use-cache': true, ttl: 600 } }),
    holds: '"usage"',
  },
  { name: '100 KB long', share: 0.02, status: 200, body: () => long, holds: '"usage"' },
  {
    name: 'left in the stream',
    share: 0.04,
    status: 200,
    body: () => chatBody({ model: 'gpt', stream: true }),
    leaves: true,
  },
  { name: 'no JSON', share: 0.02, status: 400, body: () => '{"model": "gpt", ', holds: '"error"' },
  {
    name: 'unknown models',
    share: 0.03,
    status: 400,
    body: (number) => JSON.stringify({ model: `nobody-${number}`, messages: question(number) }),
    holds: '"error"',
  },
  {
    name: 'wrong keys',
    share: 0.03,
    status: 401,
    key: 'sk-wrong',
    body: () => chatBody({ model: 'gpt' }),
    holds: '"error"',
  },
];

/** Kinds come in turn by their shares, the same way each time. */
function kindOf(number: number): Kind {
  // A step that is coprime to a hundred spreads the kinds over each hundred requests.
  let place = ((number * 37) % 100) / 100;
  for (const kind of mixedKinds) {
    if (place < kind.share) return kind;
    place -= kind.share;
  }
  throw new Error('the shares do not add up to one');
}

/** Sends the request of that number and reads its answer to the end, or leaves. */
export function sendMixed(pool: Pool, number: number): Promise<Outcome> {
  const { name, path = CHAT_PATH, key = KEY, status, leaves = false, holds = '', body } = kindOf(number);
  const sentAt = performance.now();
  return new Promise((resolve) => {
    const end = (problem: string | undefined): void =>
      resolve({ kind: name, milliseconds: performance.now() - sentAt, problem });
    let text = '';
    let wrongStatus: string | undefined;
    pool.dispatch(
      { path, method: 'POST', headers: chatHeaders(key), body: body(number) },
      {
        onRequestStart() {},
        onResponseStart(_, answered) {
          if (answered !== status) wrongStatus = `answered ${answered}`;
        },
        onResponseData(controller, bytes) {
          text += bytes.toString('latin1');
          if (!leaves) return;
          end(wrongStatus);
          controller.abort(new Error('left'));
        },
        onResponseEnd() {
          end(wrongStatus ?? (text.includes(holds) ? undefined : `lacks ${holds}`));
        },
        onResponseError(_, error) {
          end(error.message);
        },
      },
    );
  });
}
