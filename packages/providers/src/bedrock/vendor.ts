import { anthropicBetas } from '../anthropic-wire/anthropic-headers.ts';
import { defineAnthropicVendor } from '../anthropic-wire/anthropic-vendor.ts';
import { awsIdentity, AWS_OPTIONS } from '../aws/aws-identity.ts';
import { loadFrames } from '../aws/frames.ts';
import { signRequest } from '../aws/sign-request.ts';
import betas from '../anthropic-wire/betas.generated.json' with { type: 'json' };
import { requestHeaders } from '../kit/request/request-headers.ts';
import type { ProviderSettings } from '../spec/call.ts';
import { readBedrockModel, refusedByBedrock } from './bedrock-model.ts';
import { endpointOf, regionOf } from './bedrock-place.ts';
import { shelf } from './shelf.ts';
import { unframeEvents } from './unframe-events.ts';

/** Bedrock's name of the Messages API (AWS, "Anthropic Claude Messages API", 2026-11). */
const API_VERSION = 'bedrock-2023-05-31';

const supportedBetas: Readonly<Record<string, string>> = betas.bedrock;

/** A model's maker and name with its version, behind a region's prefix where one is needed (AWS, "Supported foundation models", 2026-11). */
const OWN_ID =
  /^((us|us-gov|eu|apac|jp|au|global)\.)?(ai21|amazon|anthropic|cohere|deepseek|meta|mistral|openai|qwen|stability|twelvelabs|writer)\.[a-z0-9][\w.-]*:\d+$/;

/** Amazon Bedrock: Claude by `InvokeModel`, all others by `Converse`. A key of Bedrock's own is a bearer's token; all else is signed. */
export const vendor = defineAnthropicVendor({
  name: 'bedrock',
  title: 'Amazon Bedrock',
  aliases: ['bedrock_converse'],
  modelPatterns: [OWN_ID],
  environment: { apiKey: ['AWS_BEARER_TOKEN_BEDROCK'], apiBase: ['AWS_BEDROCK_RUNTIME_ENDPOINT'] },
  options: [
    ...AWS_OPTIONS,
    { name: 'aws_bedrock_runtime_endpoint', variables: [], isSecret: false },
    { name: 'aws_batch_role_arn', variables: ['AWS_BATCH_ROLE_ARN'], isSecret: false },
    { name: 's3_bucket_name', variables: ['AWS_S3_BUCKET_NAME'], isSecret: false },
    { name: 's3_output_bucket_name', variables: ['AWS_S3_OUTPUT_BUCKET_NAME'], isSecret: false },
    { name: 's3_region_name', variables: [], isSecret: false },
    { name: 's3_endpoint_url', variables: [], isSecret: false },
    { name: 's3_access_key_id', variables: [], isSecret: true },
    { name: 's3_secret_access_key', variables: [], isSecret: true },
    { name: 's3_bucket_owner', variables: ['AWS_S3_BUCKET_OWNER'], isSecret: false },
    { name: 's3_encryption_key_id', variables: ['AWS_S3_ENCRYPTION_KEY_ID'], isSecret: false },
    { name: 'bedrock_tags', variables: [], isSecret: false },
  ],
  keyRequired: false,
  defaultApiBase: undefined,
  counts: false,
  refuses: refusedByBedrock,
  knownAs: (model) => readBedrockModel(model).id,
  url({ model, settings }, endpoint) {
    const { id } = readBedrockModel(model);
    const verb = endpoint === 'stream' ? 'invoke-with-response-stream' : 'invoke';
    return `${endpointOf(model, settings)}/model/${encodeURIComponent(id)}/${verb}`;
  },
  headers(call) {
    const { apiKey } = call.settings;
    const headers = requestHeaders(call.settings, apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` });
    delete headers['anthropic-beta'];
    return headers;
  },
  prepareBody(body, call) {
    delete body.model;
    delete body.stream;
    body.anthropic_version ??= call.settings.apiVersion ?? API_VERSION;
    const named = anthropicBetas(call).flatMap((beta) => supportedBetas[beta] ?? []);
    if (named.length > 0) body.anthropic_beta = [...new Set(named)];
  },
  async authorise(request, { model, settings }) {
    await loadFrames();
    if (settings.apiKey !== undefined) return request;
    const region = regionAt(request.url) ?? regionOf(model, settings);
    return signRequest(request, awsIdentity(vendor, settings), { service: 'bedrock', region });
  },
  files: { shelf },
  unframe: unframeEvents,
  passage: {
    url: passedUrl,
    headers: ({ apiKey }) => (apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    signsBody: true,
  },
});

/** What a caller asks of Bedrock itself: of a model, by its id or ARN, or of agents, knowledge bases and flows. */
function passedUrl(rest: string, settings: ProviderSettings): string {
  const [, before = '', model = '', verb = ''] = MODEL_PATH.exec(rest) ?? [];
  // An ARN has slashes of its own, which are no part of the path.
  const path = model === '' ? rest : `${before}${encodeURIComponent(decodeURIComponent(model))}${verb}`;
  const root = endpointOf(decodeURIComponent(model), settings);
  return (AGENT_PATH.test(rest) ? root.replace('//bedrock-runtime.', '//bedrock-agent-runtime.') : root) + path;
}

const MODEL_PATH = /^(\/model\/)(.+)(\/[\w-]+)$/;

/** LiteLLM's `BEDROCK_AGENT_RUNTIME_PASS_THROUGH_ROUTES` (1.108.7). */
const AGENT_PATH = /^\/(agents|knowledgebases|flows|retrieveAndGenerate|rerank|generateQuery|optimize-prompt)(\/|$)/;

/** The region of an address of AWS's own. */
function regionAt(url: string): string | undefined {
  return /^https:\/\/bedrock(?:-agent)?-runtime\.([\w-]+)\.amazonaws\./.exec(url)?.[1];
}
