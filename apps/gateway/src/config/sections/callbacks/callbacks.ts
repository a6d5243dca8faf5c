import { hostname } from 'node:os';
import { Secret } from '@showrunner/service';
import { isMapping, type Mapping } from '../../../json/mapping.ts';
import { isGuardCallback } from '../../../litellm/guard-callbacks.ts';
import { callbackNames } from '../../../litellm/setting-names.ts';
import { Section, type Reading } from '../../reading/section.ts';
import type {
  CallbackSettings,
  DatadogSink,
  GenericSink,
  LangfuseSink,
  OtlpSink,
  S3Sink,
  SinkSettings,
} from './callback.ts';

type SinkReader = (settings: Section) => SinkSettings | undefined;

const LISTS = {
  callbacks: ['onSuccess', 'onFailure'],
  success_callback: ['onSuccess'],
  failure_callback: ['onFailure'],
} as const;

/** Where Langfuse's own service is, and Datadog's (their documentation, 2026-11). */
const LANGFUSE = 'https://cloud.langfuse.com';
const DATADOG_SITE = 'datadoghq.com';

/** By the names under which a file lists them; `PARAMS` and `callback_settings.<name>` say more. */
const readers: ReadonlyMap<string, SinkReader> = new Map<string, SinkReader>([
  ['generic_api', readGeneric],
  ['langfuse', readLangfuse],
  ['datadog', readDatadog],
  ['otel', readOtel],
  ['langfuse_otel', readLangfuseOtel],
  ['s3', readS3],
  ['s3_v2', readS3],
]);

/** `callbacks`, `success_callback` and `failure_callback` of `litellm_settings`, with their `callback_settings`. */
export const callbacks = {
  name: 'callback_settings',

  /** Who is told, each once. One that cannot be told is a warning: requests are served without. */
  read(file: Section, litellm: Section, reading: Reading): readonly CallbackSettings[] {
    const found = new Map<string, CallbackSettings>();
    for (const [list, events] of Object.entries(LISTS)) {
      for (const name of namesIn(litellm, list)) {
        const known = found.get(name) ?? readCallback(name, file, { litellm, list, reading });
        if (known) found.set(name, { ...known, ...Object.fromEntries(events.map((event) => [event, true])) });
      }
    }
    for (const name of namesIn(litellm, 'service_callback')) reportUntold(litellm, 'service_callback', name);
    return [...found.values()];
  },
};

function namesIn(litellm: Section, list: string): readonly string[] {
  return (litellm.texts(list) ?? []).filter((name) => name !== 'prometheus' && !isGuardCallback(name));
}

/** Where a callback is listed. */
interface Listed {
  readonly litellm: Section;
  readonly list: string;
  readonly reading: Reading;
}

function readCallback(name: string, file: Section, { litellm, list, reading }: Listed): CallbackSettings | undefined {
  const own = settingsOf(name, file, litellm);
  const type = own.callback_type ?? name;
  const reader = typeof type === 'string' ? readers.get(type) : undefined;
  if (!reader) {
    reportUntold(litellm, list, name);
    return undefined;
  }
  const section = new Section(own, `${callbacks.name}.${name}`, reading);
  const sink = reader(section);
  if (!sink) return undefined;
  const isRedacted = litellm.flag('turn_off_message_logging') ?? false;
  return {
    name,
    sink,
    onSuccess: false,
    onFailure: false,
    isRedacted:
      isRedacted || section.flag('turn_off_message_logging') === true || section.flag('message_logging') === false,
  };
}

/** Settings of `litellm_settings` that say more of a callback, by its name. */
const PARAMS: ReadonlyMap<string, string> = new Map([
  ['datadog', 'datadog_params'],
  ['s3', 's3_callback_params'],
  ['s3_v2', 's3_callback_params'],
]);

function settingsOf(name: string, file: Section, litellm: Section): Mapping {
  const under = file.values[callbacks.name];
  const own = isMapping(under) ? under[name] : undefined;
  const list = PARAMS.get(name);
  const params = list === undefined ? undefined : litellm.values[list];
  return { ...(isMapping(params) && params), ...(isMapping(own) && own) };
}

function reportUntold(litellm: Section, list: string, name: string): void {
  const message = callbackNames.has(name)
    ? `"${name}" is told nothing: this gateway does not call it`
    : `"${name}" is code of your own, which does not run here`;
  litellm.findings.warning(litellm.at(list), message, 'read the metrics, the log or the spend rows instead');
}

function readGeneric(settings: Section): GenericSink | undefined {
  const endpoint = settings.text('endpoint') ?? settings.environment.GENERIC_LOGGER_ENDPOINT;
  if (endpoint === undefined || URL.parse(endpoint) === null)
    return missing(settings, 'endpoint', 'GENERIC_LOGGER_ENDPOINT');
  const written = Object.entries(isMapping(settings.values.headers) ? settings.values.headers : {});
  const format = settings.text('log_format');
  return {
    kind: 'generic_api',
    endpoint,
    headers: {
      ...headersIn(settings.environment.GENERIC_LOGGER_HEADERS),
      ...Object.fromEntries(written.map(([name, value]) => [name, String(value)])),
    },
    format: format === 'ndjson' || format === 'single' ? format : 'json_array',
  };
}

/** `name=value,other=value`. */
function headersIn(text: string | undefined): Record<string, string> {
  const pairs = (text ?? '').split(',').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at <= 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]];
  });
  return Object.fromEntries(pairs);
}

function readLangfuse(settings: Section): LangfuseSink | undefined {
  const {
    LANGFUSE_PUBLIC_KEY: publicKey,
    LANGFUSE_SECRET_KEY: secretKey,
    LANGFUSE_HOST: host,
    LANGFUSE_BASE_URL: base,
  } = settings.environment;
  if (!publicKey) return missing(settings, 'public_key', 'LANGFUSE_PUBLIC_KEY');
  if (!secretKey) return missing(settings, 'secret_key', 'LANGFUSE_SECRET_KEY');
  const address = host ?? base ?? LANGFUSE;
  const whole = /^https?:\/\//.test(address) ? address : `https://${address}`;
  return { kind: 'langfuse', host: whole.replace(/\/+$/, ''), publicKey, secretKey: new Secret(secretKey) };
}

/** What is spoken under which name: OpenTelemetry's own, and LiteLLM's. */
const PROTOCOLS: ReadonlyMap<string, OtlpSink['protocol']> = new Map<string, OtlpSink['protocol']>([
  ['http/protobuf', 'http/protobuf'],
  ['otlp_http', 'http/protobuf'],
  ['http/json', 'http/json'],
  ['grpc', 'grpc'],
  ['otlp_grpc', 'grpc'],
]);

/** Its variables, in OpenTelemetry's names and LiteLLM's own. */
function readOtel(settings: Section): OtlpSink | undefined {
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
function readLangfuseOtel(settings: Section): OtlpSink | undefined {
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

function readDatadog(settings: Section): DatadogSink | undefined {
  const {
    DD_API_KEY: key,
    DD_SITE: site,
    DD_BASE_URL: base,
    LITELLM_DD_AGENT_HOST: agent,
    LITELLM_DD_AGENT_PORT: port,
  } = settings.environment;
  if (agent === undefined && !key) return missing(settings, 'api_key', 'DD_API_KEY');
  const {
    DD_ENV: environment = 'unknown',
    DD_SERVICE: service = 'litellm-server',
    DD_VERSION: version = 'unknown',
    HOSTNAME: host = hostname(),
    DD_SOURCE: source = 'litellm',
  } = settings.environment;
  const url =
    agent === undefined
      ? `${base ?? `https://http-intake.logs.${site ?? DATADOG_SITE}`}/api/v2/logs`
      : `http://${agent}:${port ?? '10518'}/api/v2/logs`;
  return {
    kind: 'datadog',
    url,
    apiKey: key ? new Secret(key) : undefined,
    tags: `env:${environment},service:${service},version:${version},HOSTNAME:${host},POD_NAME:${settings.environment.POD_NAME ?? 'unknown'}`,
    source,
    service,
    hostname: host,
  };
}

function readS3(settings: Section): S3Sink | undefined {
  const bucket = settings.text('s3_bucket_name');
  if (bucket === undefined) return missing(settings, 's3_bucket_name', undefined);
  const { environment } = settings;
  const region =
    settings.text('s3_region_name') ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? 'us-east-1';
  const id = settings.text('s3_aws_access_key_id') ?? environment.AWS_ACCESS_KEY_ID;
  const secret = settings.text('s3_aws_secret_access_key') ?? environment.AWS_SECRET_ACCESS_KEY;
  if (!id || !secret) return missing(settings, 's3_aws_access_key_id', 'AWS_ACCESS_KEY_ID');
  const token = settings.text('s3_aws_session_token') ?? environment.AWS_SESSION_TOKEN;
  const endpoint = settings.text('s3_endpoint_url')?.replace(/\/+$/, '');
  return {
    kind: 's3',
    bucketUrl: endpoint === undefined ? `https://${bucket}.s3.${region}.amazonaws.com` : `${endpoint}/${bucket}`,
    region,
    path: (settings.text('s3_path') ?? '').replace(/\/+$/, ''),
    accessKeyId: new Secret(id),
    secretAccessKey: new Secret(secret),
    sessionToken: token ? new Secret(token) : undefined,
  };
}

function missing(settings: Section, key: string, variable: string | undefined): undefined {
  const fix = variable === undefined ? 'write it' : `set ${variable}`;
  settings.findings.warning(settings.at(key), 'is missing, so this callback is told nothing', fix);
  return undefined;
}
