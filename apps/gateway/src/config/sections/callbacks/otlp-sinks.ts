import { Secret } from '@showrunner/service';
import type { Section } from '../../reading/section.ts';
import type { OtlpSink } from './callback.ts';
import { readLangfuse } from './langfuse-sink.ts';
import { headersIn, missing } from './sink-reader.ts';

/** What is spoken under which name: OpenTelemetry's own, and LiteLLM's. */
const PROTOCOLS: ReadonlyMap<string, OtlpSink['protocol']> = new Map<string, OtlpSink['protocol']>([
  ['http/protobuf', 'http/protobuf'],
  ['otlp_http', 'http/protobuf'],
  ['http/json', 'http/json'],
  ['grpc', 'grpc'],
  ['otlp_grpc', 'grpc'],
]);

/** Its variables, in OpenTelemetry's names and LiteLLM's own. */
export function readOtel(settings: Section): OtlpSink | undefined {
  const { environment } = settings;
  const named =
    environment.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ??
    environment.OTEL_EXPORTER_OTLP_PROTOCOL ??
    environment.OTEL_EXPORTER ??
    'http/protobuf';
  const protocol = PROTOCOLS.get(named);
  if (!protocol) {
    const fix = `set OTEL_EXPORTER to one of ${[...PROTOCOLS.keys()].join(', ')}, and OTEL_EXPORTER_OTLP_ENDPOINT to an address of that`;
    settings.findings.warning(settings.at('exporter'), `"${named}" is not spoken here, so nothing is told`, fix);
    return undefined;
  }
  const base = environment.OTEL_EXPORTER_OTLP_ENDPOINT ?? environment.OTEL_ENDPOINT;
  const whole = environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT;
  const url = whole ?? (base !== undefined && protocol !== 'grpc' ? tracesUrl(base) : base);
  if (url === undefined || !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    return missing(settings, 'endpoint', 'OTEL_EXPORTER_OTLP_ENDPOINT to an address with http:// or https://');
  }
  const headers = headersIn(
    environment.OTEL_EXPORTER_OTLP_TRACES_HEADERS ?? environment.OTEL_EXPORTER_OTLP_HEADERS ?? environment.OTEL_HEADERS,
  );
  return {
    kind: 'otlp',
    protocol,
    url,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), new Secret(value)]),
    ),
    resource: {
      ...headersIn(environment.OTEL_RESOURCE_ATTRIBUTES),
      'deployment.environment': environment.OTEL_ENVIRONMENT_NAME ?? 'production',
      'service.name': environment.OTEL_SERVICE_NAME ?? 'litellm',
    },
    carriesContent: /^(true|1)$/i.test(environment.OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT ?? ''),
  };
}

function tracesUrl(base: string): string {
  const plain = base.replace(/\/+$/, '');
  return plain.endsWith('/v1/traces') ? plain : `${plain}/v1/traces`;
}

/** Langfuse is made to carry content. */
export function readLangfuseOtel(settings: Section): OtlpSink | undefined {
  const langfuse = readLangfuse(settings);
  if (!langfuse) return undefined;
  const host = settings.environment.LANGFUSE_OTEL_HOST?.replace(/\/+$/, '') ?? langfuse.host;
  const proof = Buffer.from(`${langfuse.publicKey}:${langfuse.secretKey.reveal()}`).toString('base64');
  return {
    kind: 'otlp',
    protocol: 'http/protobuf',
    url: `${host}/api/public/otel/v1/traces`,
    headers: { authorization: new Secret(`Basic ${proof}`) },
    resource: { 'service.name': 'litellm' },
    carriesContent: true,
  };
}
