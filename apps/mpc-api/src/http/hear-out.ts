import type { FastifyInstance } from 'fastify';

/** How long a caller may go on sending what is already refused. */
const PATIENCE_MS = 2_000;

/**
 * Lets a caller finish sending a body that is too large before the refusal goes out. Closing the connection under it
 * would make most clients report a broken pipe instead of the answer that says why.
 */
export function hearOutRefusedBodies(app: FastifyInstance): void {
  app.addHook('onSend', async ({ raw }, reply) => {
    if (reply.statusCode !== 413 || raw.readableEnded) return;
    const patience = AbortSignal.timeout(PATIENCE_MS);
    raw.resume();
    await new Promise<void>((resolve) => {
      for (const event of ['end', 'close', 'error']) raw.once(event, () => resolve());
      patience.addEventListener('abort', () => resolve());
    });
  });
}
