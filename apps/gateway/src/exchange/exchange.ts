import type { ChatRequest } from '@showrunner/providers';
import type { RequestRecord } from './record.ts';
import type { Serving } from '../serving/serving.ts';
import type { Lifetime } from './lifetime.ts';
import type { RequestControls } from './request-controls.ts';

/** One chat completion request on its way through the gateway. */
export interface Exchange {
  /** What is written down of it. */
  readonly record: RequestRecord;
  /** What the configuration was when it came in; a reload does not touch it. */
  readonly serving: Serving;
  readonly request: ChatRequest;
  readonly controls: RequestControls;
  readonly lifetime: Lifetime;
}
