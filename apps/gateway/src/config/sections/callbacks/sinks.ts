import { hostname } from 'node:os';
import { Secret } from '@showrunner/service';
import { isMapping } from '../../../json/mapping.ts';
import type { Section } from '../../reading/section.ts';
import type { DatadogSink, GenericSink, LangsmithSink, S3Sink } from './callback.ts';
import { readLangfuse } from './langfuse-sink.ts';
import { readLangfuseOtel, readOtel } from './otlp-sinks.ts';
import { headersIn, missing, type SinkReader } from './sink-reader.ts';

/** Where Datadog's own service is, and LangSmith's (their documentation, 2026-11). */
const DATADOG_SITE = 'datadoghq.com';
const LANGSMITH = 'https://api.smith.langchain.com';
/** LiteLLM's name of the project for runs that say none. */
const LANGSMITH_PROJECT = 'litellm-completion';

/** By the names under which a file lists them; `PARAMS` and `callback_settings.<name>` say more. */
export const sinkReaders: ReadonlyMap<string, SinkReader> = new Map<string, SinkReader>([
  ['generic_api', readGeneric],
  ['langfuse', readLangfuse],
  ['langsmith', readLangsmith],
  ['datadog', readDatadog],
  ['otel', readOtel],
  ['langfuse_otel', readLangfuseOtel],
  ['s3', readS3],
  ['s3_v2', readS3],
]);

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

function readLangsmith(settings: Section): LangsmithSink | undefined {
  const {
    LANGSMITH_API_KEY: apiKey,
    LANGSMITH_PROJECT: project,
    LANGSMITH_BASE_URL: base,
    LANGSMITH_TENANT_ID: tenant,
    LANGSMITH_DEFAULT_RUN_NAME: runName,
    LANGSMITH_SAMPLING_RATE: rate,
  } = settings.environment;
  if (!apiKey) return missing(settings, 'api_key', 'LANGSMITH_API_KEY');
  const share = Number(rate || 1);
  return {
    kind: 'langsmith',
    url: runsUrl(base || LANGSMITH),
    apiKey: new Secret(apiKey),
    project: project || LANGSMITH_PROJECT,
    tenant: tenant || undefined,
    runName: runName || 'LLMRun',
    share: share >= 0 && share <= 1 ? share : 1,
  };
}

/** As LiteLLM makes it of a base with or without the version. */
function runsUrl(base: string): string {
  const plain = base.replace(/\/+$/, '');
  return plain.includes('/api/v1') ? `${plain}/runs/batch` : `${plain}/api/v1/runs/batch`;
}
