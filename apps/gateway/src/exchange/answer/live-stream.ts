import type { ProviderError } from '@showrunner/providers';
import type { GatewayError } from '../../failure/gateway-error.ts';
import type { StreamRelay } from './stream-relay.ts';

/** Who takes a stream's text. */
export interface StreamSink {
  /** False asks the source to pause until `resume` is called on the stream. */
  write(text: string): boolean;
  /** The stream ended well. */
  end(): void;
  /** The stream broke; nothing more comes. */
  fail(reason: ProviderError | GatewayError): void;
}

/** A stream that has shown its first content: from here it cannot be retried or moved to another deployment. */
export interface LiveStream {
  readonly relay: StreamRelay;
  /** Hands over what was held back and all that follows. Call it once. */
  pipe(sink: StreamSink): void;
  resume(): void;
  /** Ends the work behind it. */
  abort(reason: ProviderError): void;
}
