import process from 'node:process';
import type { ChildMessage, ParentMessage } from './protocol.ts';
import { ContextOverflow, createWriter, UnusableSchema, type Writer } from './writer.ts';

// The model's own process: loads once, writes one answer at a time, ends with its parent.

const running = new Map<number, AbortController>();
let writer: Promise<Writer> | undefined;

process.on('disconnect', () => process.exit(0));
process.on('message', (message: ParentMessage) => {
  switch (message.type) {
    case 'load':
      writer = createWriter(message);
      writer.then(
        () => send({ type: 'loaded' }),
        (error: unknown) => send({ type: 'load-failed', message: textOf(error) }),
      );
      break;
    case 'generate':
      void generate(message);
      break;
    case 'abort':
      running.get(message.id)?.abort();
      break;
  }
});

async function generate(message: Extract<ParentMessage, { type: 'generate' }>): Promise<void> {
  const { id } = message;
  const abort = new AbortController();
  running.set(id, abort);
  try {
    if (!writer) throw new Error('the model is not loaded');
    const written = await (await writer).write(message, (text) => send({ type: 'text', id, text }), abort.signal);
    send({ type: 'done', id, ...written });
  } catch (error) {
    send({ type: 'failed', id, kind: kindOf(error), message: textOf(error) });
  } finally {
    running.delete(id);
  }
}

function kindOf(error: unknown): 'context_window' | 'invalid_request' | 'server' {
  if (error instanceof ContextOverflow) return 'context_window';
  return error instanceof UnusableSchema ? 'invalid_request' : 'server';
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function send(message: ChildMessage): void {
  if (process.connected) process.send?.(message);
}
