import { defineHttpVendor, findProvider, type HttpProviderAdapter } from '@showrunner/providers';

/** A path of LiteLLM's below which a vendor's own API lies. */
export interface VendorPath {
  readonly path: string;
  readonly vendor: HttpProviderAdapter;
}

/** Vendors that no kind of call is made to, only passed on to. */
const passedOnly = {
  assemblyai: defineHttpVendor({
    name: 'assemblyai',
    title: 'AssemblyAI',
    environment: { apiKey: ['ASSEMBLYAI_API_KEY'] },
    keyRequired: true,
    defaultApiBase: 'https://api.assemblyai.com',
    passage: { headers: ({ apiKey = '' }) => ({ authorization: apiKey }) },
  }),
  assemblyAiEurope: defineHttpVendor({
    name: 'assemblyai',
    title: 'AssemblyAI',
    environment: { apiKey: ['ASSEMBLYAI_API_KEY'] },
    keyRequired: true,
    defaultApiBase: 'https://api.eu.assemblyai.com',
    passage: { headers: ({ apiKey = '' }) => ({ authorization: apiKey }) },
  }),
  cursor: defineHttpVendor({
    name: 'cursor',
    title: 'Cursor',
    environment: { apiKey: ['CURSOR_API_KEY'], apiBase: ['CURSOR_API_BASE'] },
    keyRequired: true,
    defaultApiBase: 'https://api.cursor.com',
    passage: { headers: ({ apiKey }) => ({ authorization: `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}` }) },
  }),
  falAi: defineHttpVendor({
    name: 'fal_ai',
    title: 'fal',
    environment: { apiKey: ['FAL_AI_API_KEY'], apiBase: ['FAL_AI_QUEUE_API_BASE'] },
    keyRequired: true,
    defaultApiBase: 'https://queue.fal.run',
    passage: { headers: ({ apiKey }) => ({ authorization: `Key ${apiKey}` }) },
  }),
};

/**
 * The paths that are served, of LiteLLM's (`proxy/_types.py`, `mapped_pass_through_routes`, 1.108.7). Where one begins
 * with another, the longer stands first.
 */
export const vendorPaths: readonly VendorPath[] = [
  ...[
    ['/anthropic', 'anthropic'],
    ['/azure', 'azure'],
    ['/azure_ai', 'azure_ai'],
    ['/bedrock', 'bedrock'],
    ['/cohere', 'cohere'],
    ['/gemini', 'gemini'],
    ['/mistral', 'mistral'],
    ['/nvidia_nim', 'nvidia_nim'],
    ['/openai', 'openai'],
    ['/openai_passthrough', 'openai'],
    ['/openrouter', 'openrouter'],
    ['/vertex-ai', 'vertex_ai'],
    ['/vertex_ai', 'vertex_ai'],
    ['/vllm', 'hosted_vllm'],
  ].map(([path = '', name = '']) => ({ path, vendor: vendorCalled(name) })),
  { path: '/assemblyai', vendor: passedOnly.assemblyai },
  { path: '/cursor', vendor: passedOnly.cursor },
  { path: '/eu.assemblyai', vendor: passedOnly.assemblyAiEurope },
  { path: '/fal_ai', vendor: passedOnly.falAi },
];

/** The others of the list: what they need is no key in a header, or no HTTP. */
export const unservedVendorPaths: readonly string[] = [
  '/azure_speech',
  '/bespoke',
  '/comprehendmedical',
  '/deepgram',
  '/gigachat',
  '/langfuse',
  '/laya',
  '/milvus',
  '/tinyfish',
  '/transcribe',
  '/typesafe',
  '/watsonx',
];

function vendorCalled(name: string): HttpProviderAdapter {
  const vendor = findProvider(name);
  if (vendor?.transport !== 'http') throw new Error(`${name} is no vendor that is called over HTTP`);
  return vendor;
}
