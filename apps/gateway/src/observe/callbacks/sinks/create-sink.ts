import type { SinkSettings } from '../../../config/sections/callbacks/callback.ts';
import type { EventSink } from '../event-queue.ts';
import { datadogSink } from './datadog.ts';
import { genericSink } from './generic-api.ts';
import { langfuseSink } from './langfuse.ts';
import { langsmithSink } from './langsmith.ts';
import { otlpSink } from './otlp/otlp-sink.ts';
import { s3Sink } from './s3.ts';

/** Who takes the events of a callback. */
export function createSink(settings: SinkSettings): EventSink {
  switch (settings.kind) {
    case 'datadog':
      return datadogSink(settings);
    case 'generic_api':
      return genericSink(settings);
    case 'langfuse':
      return langfuseSink(settings);
    case 'langsmith':
      return langsmithSink(settings);
    case 'otlp':
      return otlpSink(settings);
    case 's3':
      return s3Sink(settings);
  }
}
