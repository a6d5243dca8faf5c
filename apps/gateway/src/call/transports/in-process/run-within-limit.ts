import { ProviderError } from '@showrunner/providers';
import type { Attempt } from '../../../exchange/attempt.ts';
import { timedOut } from '../../../exchange/time/lifetime.ts';

/** Work that is aborted by the request's end or when the attempt's time is up; its failure is then that reason. */
export async function runWithinLimit<Result>(
  { exchange, deployment, limitSeconds }: Attempt,
  work: (controller: AbortController) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  exchange.lifetime.listen((reason) => {
    controller.abort(reason);
  });
  const timer =
    limitSeconds === undefined
      ? undefined
      : setTimeout(() => controller.abort(timedOut(limitSeconds, deployment.adapter.name)), limitSeconds * 1000);
  try {
    return await work(controller);
  } catch (error) {
    throw controller.signal.reason instanceof ProviderError ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}
