/** A path of Azure's clients, or OpenAI's oldest: `/openai/deployments/{model}/chat/completions?api-version=…`. */
const OPENAI =
  /^(?:\/openai\/deployments|(?:\/v1)?\/engines)\/(?<model>[^?#/][^?#]*?)(?<operation>\/(?:(?:chat\/)?completions|embeddings|images\/(?:generations|edits|variations)|audio\/(?:speech|transcriptions|translations)))(?:\?.*)?$/;

/** Of Google's: `/v1beta/models/{model}:generateContent?alt=sse`, whose colon some clients escape. */
const GEMINI = /^(?:\/v1(?:beta)?)?\/models\/(?<model>[^?#]+?)(?::|%3A)(?<verb>\w+)(?:\?(?<query>[^#]*))?$/i;

/** What a path says of the request beside its body. */
export interface NamedInPath {
  readonly model: string;
  /** The path of the same call that names no model. */
  readonly path: string;
  /** The key that stands in Google's query. */
  readonly key?: string;
}

/** Where Google's clients ask for something, as LiteLLM has it, and Google's own `/v1`. */
export function geminiPaths(verb: string): readonly [string, ...string[]] {
  return [`/v1beta/models/{model}:${verb}`, `/v1/models/{model}:${verb}`, `/models/{model}:${verb}`];
}

/** The model that a path names; nothing where it names none. */
export function namedInPath(url: string): NamedInPath | undefined {
  try {
    if (url.startsWith('/openai/deployments/') || url.includes('/engines/')) return namedInOpenAiPath(url);
    // Most requests that come here are none of these.
    return url.includes('models/') ? namedInGeminiPath(url) : undefined;
  } catch {
    // An escape in it is none.
    return undefined;
  }
}

function namedInOpenAiPath(url: string): NamedInPath | undefined {
  const { model, operation } = OPENAI.exec(url)?.groups ?? {};
  if (model === undefined || operation === undefined) return undefined;
  return { model: decodeURIComponent(model), path: operation };
}

function namedInGeminiPath(url: string): NamedInPath | undefined {
  const { model, verb, query = '' } = GEMINI.exec(url)?.groups ?? {};
  if (model === undefined || verb === undefined) return undefined;
  const key = new URLSearchParams(query).get('key') ?? '';
  return { model: decodeURIComponent(model), path: geminiPaths(verb)[0], ...(key !== '' && { key }) };
}
