import type { Secret } from '@showrunner/service';

/** Who is told of requests, of which, and how much of them. */
export interface CallbackSettings {
  /** As the file names it. */
  readonly name: string;
  readonly onSuccess: boolean;
  readonly onFailure: boolean;
  /** It is told nothing of what was asked and answered. */
  readonly isRedacted: boolean;
  readonly sink: SinkSettings;
}

/** Where its events go. */
export type SinkSettings = GenericSink | OtlpSink | LangfuseSink | LangsmithSink | DatadogSink | S3Sink;

/** `generic_api`: LiteLLM's standard logging payloads, posted as they are. */
export interface GenericSink {
  readonly kind: 'generic_api';
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly format: 'json_array' | 'ndjson' | 'single';
}

/** Langfuse's ingestion, which its older and self-hosted releases have as well. */
export interface LangfuseSink {
  readonly kind: 'langfuse';
  /** Without a slash at its end. */
  readonly host: string;
  readonly publicKey: string;
  readonly secretKey: Secret;
  /** Langfuse's `environment` of its traces. */
  readonly environment: string | undefined;
}

/** LangSmith's runs. */
export interface LangsmithSink {
  readonly kind: 'langsmith';
  /** Of `runs/batch`, whole. */
  readonly url: string;
  readonly apiKey: Secret;
  readonly project: string;
  readonly tenant: string | undefined;
  /** What a run is called. */
  readonly runName: string;
  /** Of how many requests it is told, from 0 to 1. */
  readonly share: number;
}

/** Datadog's intake of logs, or that of an agent. */
export interface DatadogSink {
  readonly kind: 'datadog';
  readonly url: string;
  readonly apiKey: Secret | undefined;
  /** Members of each of its logs. */
  readonly tags: string;
  readonly source: string;
  readonly service: string;
  readonly hostname: string;
}

/** OpenTelemetry's protocol. */
export interface OtlpSink {
  readonly kind: 'otlp';
  readonly protocol: 'http/protobuf' | 'http/json' | 'grpc';
  /** Of traces, whole; over gRPC that of the server. */
  readonly url: string;
  readonly headers: Readonly<Record<string, Secret>>;
  /** Who tells, by the conventions' names: `service.name`, … */
  readonly resource: Readonly<Record<string, string>>;
  /** Spans hold what was asked and answered. */
  readonly carriesContent: boolean;
}

/** An object in a bucket for each event. */
export interface S3Sink {
  readonly kind: 's3';
  /** The bucket's address, without a slash at its end. */
  readonly bucketUrl: string;
  readonly region: string;
  readonly path: string;
  readonly accessKeyId: Secret;
  readonly secretAccessKey: Secret;
  readonly sessionToken: Secret | undefined;
}
