import type { ProviderError } from '@showrunner/providers';
import type { Dispatcher } from 'undici';
import type { Lifetime } from './lifetime.ts';

/**
 * What every undici handler here shares: it can be aborted at any time, also while undici still connects and has no
 * controller to abort with.
 */
export abstract class UpstreamHandler implements Dispatcher.DispatchHandler {
  #controller: Dispatcher.DispatchController | undefined;
  #abortReason: ProviderError | undefined;

  constructor(lifetime: Lifetime) {
    lifetime.listen((reason) => {
      this.abort(reason);
    });
  }

  protected abstract fail(error: unknown): void;

  abort(reason: ProviderError): void {
    this.#abortReason ??= reason;
    if (this.#controller) this.#controller.abort(reason);
    else this.fail(reason);
  }

  resume(): void {
    this.#controller?.resume();
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#abortReason) controller.abort(this.#abortReason);
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.fail(this.#abortReason ?? error);
  }
}
