import { asObject, asObjects, asString, type JsonObject } from '../json.ts';

/** What a vendor says about its own error, whichever of the usual shapes it has. */
export interface VendorError {
  message: string | undefined;
  type: string | null;
  param: string | null;
  code: string | null;
}

/**
 * Reads `{error: {message, type, param, code}}` (OpenAI and its kin, Anthropic), `{error: "text"}` (Ollama) and a list of
 * either (Hugging Face), `{message, type, code}` (Mistral, old vLLM), under the names that Amazon, Baidu and Alibaba have
 * for it, and `{detail}` as a text or as FastAPI's list of findings. Nothing where the object is no error.
 */
export function readVendorError(body: JsonObject): VendorError | undefined {
  const error = Array.isArray(body.error) ? body.error[0] : body.error;
  const nested = asObject(error);
  if (nested) return describe(nested);
  if (typeof error === 'string') return { ...describe(body), message: error };
  const message = MESSAGE_NAMES.map((name) => body[name]).find((text) => typeof text === 'string');
  if (typeof message === 'string') return { ...describe(body), message };
  // IBM watsonx and Cloudflare list their errors.
  const [first] = asObjects(body.errors);
  if (first) return describe(first);
  const status = asObject(body.base_resp);
  if (status && status.status_code !== 0) return ofMiniMax(status);
  if (body.detail !== undefined) return { ...describe(body), message: readDetail(body.detail) };
  return undefined;
}

const MESSAGE_NAMES = ['message', 'Message', 'error_msg', 'error_message', 'errorMessage', 'msg'] as const;

/** MiniMax says it beside an answer of 200 (its reference, "Error codes", 2026-11): by a number of its own. */
function ofMiniMax({ status_code: code, status_msg: message }: JsonObject): VendorError {
  const statuses: Readonly<Record<number, string>> = {
    1002: '429',
    1004: '401',
    1008: '402',
    1026: '400',
    1027: '400',
    2013: '400',
  };
  const said = typeof code === 'number' ? (statuses[code] ?? '500') : '500';
  return { message: asString(message), type: null, param: null, code: said };
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
