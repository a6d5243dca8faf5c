import { readFileSync } from 'node:fs';
import type { Section, Reading } from '../../reading/section.ts';
import { readContentFilter } from './content-filter.ts';
import type {
  AzureSettings,
  BedrockSettings,
  GenericSettings,
  GuardAction,
  GuardKind,
  IbmSettings,
  LakeraSettings,
  PresidioSettings,
} from './guardrail.ts';
import { addressOf, mappingOf, neededSecret, numbersOf, secretOf } from './services.ts';

type KindReader = (params: Section, reading: Reading) => GuardKind;

/** LiteLLM's, where none is named. */
const AZURE_VERSION = '2024-09-01';
const AWS_REGION = 'us-west-2';

/** Where Lakera and Aim are (their own documentation, 2026-10). */
const LAKERA = 'https://api.lakera.ai';
const AIM = 'https://api.aim.security';
const OPENAI = 'https://api.openai.com/v1';

/** Guardrails that run here, by the names under which `litellm_params.guardrail` asks for them. */
export const guardKinds: ReadonlyMap<string, KindReader> = new Map<string, KindReader>([
  [
    'aim',
    (params) => ({
      provider: 'aim',
      apiBase: addressOf(params, { variable: 'AIM_API_BASE', usual: AIM }),
      apiKey: neededSecret(params, 'api_key', 'AIM_API_KEY'),
    }),
  ],
  [
    'aporia',
    (params) => ({
      provider: 'aporia',
      apiBase: addressOf(params, { variable: 'APORIO_API_BASE' }),
      apiKey: neededSecret(params, 'api_key', 'APORIO_API_KEY'),
    }),
  ],
  ['azure/prompt_shield', (params) => readAzure('azure/prompt_shield', params)],
  ['azure/text_moderations', (params) => readAzure('azure/text_moderations', params)],
  ['bedrock', readBedrock],
  ['bedrock/guardrail', readBedrock],
  ['generic_guardrail_api', readGeneric],
  [
    'guardrails_ai',
    (params) => ({
      provider: 'guardrails_ai',
      apiBase: addressOf(params, { variable: 'GUARDRAILS_AI_API_BASE', usual: 'http://0.0.0.0:8000' }),
      apiKey: undefined,
      guard: neededText(params, 'guard_name'),
    }),
  ],
  ['hide-secrets', () => ({ provider: 'hide-secrets' })],
  ['ibm_guardrails', readIbm],
  ['lakera_v2', readLakera],
  ['litellm_content_filter', readContentFilter],
  [
    'openai_moderation',
    (params) => ({
      provider: 'openai_moderation',
      apiBase: addressOf(params, { usual: OPENAI }),
      apiKey: neededSecret(params, 'api_key', 'OPENAI_API_KEY'),
      model: params.text('model') ?? 'omni-moderation-latest',
    }),
  ],
  ['presidio', readPresidio],
]);

function readAzure(provider: AzureSettings['provider'], params: Section): AzureSettings {
  const optional = { ...params.values, ...mappingOf(params, 'optional_params') };
  const { categories, blocklistNames, haltOnBlocklistHit, outputType } = optional;
  return {
    provider,
    apiBase: addressOf(params, {}),
    apiKey: neededSecret(params, 'api_key'),
    apiVersion: params.text('api_version') ?? AZURE_VERSION,
    thresholds: numbersOf(params, 'severity_threshold_by_category'),
    usualThreshold: params.number('severity_threshold'),
    parameters: {
      categories: categories ?? ['Hate', 'Sexual', 'SelfHarm', 'Violence'],
      ...(blocklistNames !== undefined && { blocklistNames }),
      haltOnBlocklistHit: haltOnBlocklistHit ?? false,
      outputType: outputType ?? 'FourSeverityLevels',
    },
  };
}

function readBedrock(params: Section): BedrockSettings {
  const region =
    params.text('aws_region_name') ??
    ['AWS_REGION_NAME', 'AWS_REGION', 'AWS_DEFAULT_REGION'].map((name) => params.environment[name]).find(Boolean) ??
    AWS_REGION;
  if (params.has('checks'))
    params.findings.error(params.at('checks'), 'is not asked for here', 'name a guardrailIdentifier');
  if (params.has('aws_role_name'))
    params.findings.error(
      params.at('aws_role_name'),
      'is not taken on here',
      'give aws_access_key_id and aws_secret_access_key, or a key of Bedrock',
    );
  return {
    provider: 'bedrock',
    endpoint: addressOf(params, {
      keys: ['aws_bedrock_runtime_endpoint'],
      variable: 'AWS_BEDROCK_RUNTIME_ENDPOINT',
      usual: `https://bedrock-runtime.${region}.amazonaws.com`,
    }),
    region,
    identifier: neededText(params, 'guardrailIdentifier'),
    version: params.text('guardrailVersion') ?? 'DRAFT',
    apiKey: secretOf(params, 'api_key', 'AWS_BEARER_TOKEN_BEDROCK'),
    accessKeyId: secretOf(params, 'aws_access_key_id', 'AWS_ACCESS_KEY_ID'),
    secretAccessKey: secretOf(params, 'aws_secret_access_key', 'AWS_SECRET_ACCESS_KEY'),
    sessionToken: secretOf(params, 'aws_session_token', 'AWS_SESSION_TOKEN'),
    answersInstead: params.flag('disable_exception_on_block') ?? false,
  };
}

function readGeneric(params: Section): GenericSettings {
  const optional = mappingOf(params, 'optional_params').additional_provider_specific_params;
  const headers = Object.entries(mappingOf(params, 'headers')).map(([name, value]) => [name, String(value)]);
  return {
    provider: 'generic_guardrail_api',
    apiBase: addressOf(params, { variable: 'GENERIC_GUARDRAIL_API_BASE' }),
    apiKey: secretOf(params, 'api_key'),
    headers: Object.fromEntries(headers) as Record<string, string>,
    seenHeaders: (params.texts('extra_headers') ?? []).map((name) => name.toLowerCase()),
    parameters: {
      ...(typeof optional === 'object' ? optional : {}),
      ...mappingOf(params, 'additional_provider_specific_params'),
    },
  };
}

function readIbm(params: Section): IbmSettings {
  const optional = mappingOf(params, 'optional_params');
  const {
    score_threshold: threshold,
    block_on_detection: blocks,
    detector_params: parameters,
  } = { ...optional, ...params.values };
  return {
    provider: 'ibm_guardrails',
    apiBase: addressOf(params, { keys: ['base_url', 'api_base'] }),
    apiKey: neededSecret(params, 'auth_token', 'IBM_GUARDRAILS_AUTH_TOKEN'),
    detector: neededText(params, 'detector_id'),
    isDetectorServer: params.flag('is_detector_server') ?? true,
    parameters: typeof parameters === 'object' && parameters !== null ? { ...parameters } : {},
    scoreThreshold: Number(threshold ?? 0),
    blocks: blocks !== false,
  };
}

function readLakera(params: Section): LakeraSettings {
  const onFlagged = params.text('on_flagged') ?? 'block';
  if (onFlagged !== 'block' && onFlagged !== 'monitor') {
    params.findings.error(params.at('on_flagged'), `"${onFlagged}" is not done here`, 'write block or monitor');
  }
  return {
    provider: 'lakera_v2',
    apiBase: addressOf(params, { variable: 'LAKERA_API_BASE', usual: LAKERA }),
    apiKey: neededSecret(params, 'api_key', 'LAKERA_API_KEY'),
    project: params.text('project_id'),
    onFlagged: onFlagged === 'monitor' ? 'monitor' : 'block',
  };
}

function readPresidio(params: Section): PresidioSettings {
  const restores = params.flag('output_parse_pii') ?? false;
  const scope = params.text('presidio_filter_scope');
  return {
    provider: 'presidio',
    analyzer: addressOf(params, { keys: ['presidio_analyzer_api_base'], variable: 'PRESIDIO_ANALYZER_API_BASE' }),
    anonymizer: addressOf(params, { keys: ['presidio_anonymizer_api_base'], variable: 'PRESIDIO_ANONYMIZER_API_BASE' }),
    language: params.text('presidio_language') ?? 'en',
    entities: readEntities(params),
    scoreThresholds: numbersOf(params, 'presidio_score_thresholds'),
    ignored: new Set(params.texts('presidio_entities_deny_list')),
    recognizers: readRecognizers(params),
    restores,
    masksAnswers: (params.flag('apply_to_output') ?? false) || scope === 'both' || scope === 'output',
  };
}

function readEntities(params: Section): ReadonlyMap<string, GuardAction> {
  const entries = Object.entries(mappingOf(params, 'pii_entities_config'));
  return new Map(entries.map(([name, action]) => [name, action === 'BLOCK' ? 'BLOCK' : 'MASK']));
}

/** A file of JSON with recognizers of the operator's own. */
function readRecognizers(params: Section): unknown {
  const file = params.text('presidio_ad_hoc_recognizers');
  if (file === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    params.findings.error(
      params.at('presidio_ad_hoc_recognizers'),
      `${file} cannot be read as JSON`,
      'name a file of recognizers',
    );
    return undefined;
  }
}

function neededText(params: Section, key: string): string {
  const text = params.text(key);
  if (text === undefined || text === '') params.findings.error(params.at(key), 'is missing', 'write it');
  return text ?? '';
}
