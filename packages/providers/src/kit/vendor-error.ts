import { asObject, asObjects, asString, type JsonObject } from './json.ts';

/** What a vendor says about its own error, whichever of the usual shapes it has. */
export interface VendorError {
  message: string | undefined;
  type: string | null;
  param: string | null;
  code: string | null;
}

/**
 * Reads `{error: {message, type, param, code}}` (OpenAI and its kin, Anthropic), `{error: "text"}` (Ollama),
 * `{message, type, code}` (Mistral, old vLLM) and `{detail}` as a text or as FastAPI's list of findings.
 * Nothing where the object is no error.
 */
export function readVendorError(body: JsonObject): VendorError | undefined {
  const nested = asObject(body.error);
  if (nested) return describe(nested);
  if (typeof body.error === 'string') return { ...describe(body), message: body.error };
  if (typeof body.message === 'string') return describe(body);
  // IBM watsonx lists its errors.
  const [first] = asObjects(body.errors);
  if (first) return describe(first);
  if (body.detail !== undefined) return { ...describe(body), message: readDetail(body.detail) };
  return undefined;
}

function describe(error: JsonObject): VendorError {
  return {
    message: asString(error.message),
    type: asString(error.type) ?? null,
    param: asString(error.param) ?? null,
    code: typeof error.code === 'number' ? String(error.code) : (asString(error.code) ?? null),
  };
}

function readDetail(detail: unknown): string | undefined {
  if (typeof detail === 'string') return detail;
  const findings = asObjects(detail).map((finding) => {
    const path = Array.isArray(finding.loc) ? finding.loc.join('.') : '';
    return `${path}: ${asString(finding.msg) ?? 'invalid'}`;
  });
  return findings.length > 0 ? findings.join('; ') : undefined;
}
