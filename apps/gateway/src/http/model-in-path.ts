/** A path of Azure's clients, or OpenAI's oldest: `/openai/deployments/{model}/chat/completions?api-version=…`. */
const NAMES_MODEL =
  /^(?:\/openai\/deployments|(?:\/v1)?\/engines)\/(?<model>[^?#/][^?#]*?)(?<operation>\/(?:(?:chat\/)?completions|embeddings|images\/(?:generations|edits|variations)|audio\/(?:speech|transcriptions|translations)))(?:\?.*)?$/;

/** The model that a path names, and the path of the same call that names none. */
export function modelInPath(url: string): { readonly model: string; readonly path: string } | undefined {
  // Most requests that come here are none of these.
  if (!url.startsWith('/openai/deployments/') && !url.includes('/engines/')) return undefined;
  const { model, operation } = NAMES_MODEL.exec(url)?.groups ?? {};
  if (model === undefined || operation === undefined) return undefined;
  try {
    return { model: decodeURIComponent(model), path: operation };
  } catch {
    return undefined;
  }
}
