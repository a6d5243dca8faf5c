import type { Logger } from '@showrunner/service';
import type { Deployment } from '../exchange/deployment/deployment.ts';

/** Makes embedded models ready behind the start, so that the first request need not wait for them to load. */
export async function warmEmbedded(
  deployments: readonly Deployment[],
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  for (const { adapter, vendorModel, model } of deployments) {
    if (adapter.transport !== 'embedded' || !adapter.warm) continue;
    const startedAt = performance.now();
    try {
      await adapter.warm(vendorModel, signal);
      logger.info({ model, duration_ms: Math.round(performance.now() - startedAt) }, 'embedded model is ready');
    } catch (error) {
      // The first request says so to its caller as well, and starts it anew.
      logger.warn(
        { model, error: error instanceof Error ? error.message : String(error) },
        'embedded model is not ready yet',
      );
    }
  }
}
