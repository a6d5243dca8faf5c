import { gatewayAnswerUnreadable } from './gateway-error.ts';
import { numberOf, objectOf, parseObject, textOf, type JsonMembers } from '../json-members.ts';

/** One entry of LiteLLM's `GET /model/info`; everything but the name may be absent. */
export interface ModelInfo {
  readonly model_name: string;
  readonly litellm_params?: {
    readonly model?: string | undefined;
    /** How many requests it is given at once. */
    readonly max_parallel_requests?: number | undefined;
  };
  readonly model_info?: {
    readonly mode?: string | undefined;
    readonly strategy?: string | undefined;
    readonly input_cost_per_token?: number | undefined;
    readonly output_cost_per_token?: number | undefined;
    readonly max_input_tokens?: number | undefined;
    readonly max_output_tokens?: number | undefined;
    /** Tags of the languages in which it was measured and found fit. */
    readonly languages?: readonly string[] | undefined;
  };
}

/** Reads LiteLLM's `GET /model/info`. Entries without a name are left out, members of another type count as absent. */
export function readModelInfo(body: string): ModelInfo[] {
  return entriesIn(body).flatMap((entry) => {
    const name = textOf(entry.model_name);
    const params = objectOf(entry.litellm_params);
    const info = objectOf(entry.model_info);
    if (name === undefined) return [];
    return {
      model_name: name,
      litellm_params: {
        model: textOf(params?.model),
        max_parallel_requests: numberOf(params?.max_parallel_requests),
      },
      model_info: {
        mode: textOf(info?.mode),
        strategy: textOf(info?.strategy),
        input_cost_per_token: numberOf(info?.input_cost_per_token),
        output_cost_per_token: numberOf(info?.output_cost_per_token),
        max_input_tokens: numberOf(info?.max_input_tokens),
        max_output_tokens: numberOf(info?.max_output_tokens),
        languages: textsOf(info?.languages),
      },
    };
  });
}

/** Reads OpenAI's `GET /v1/models`, which says names and nothing else. */
export function readModelNames(body: string): ModelInfo[] {
  return entriesIn(body).flatMap((entry) => {
    const id = textOf(entry.id);
    return id === undefined ? [] : [{ model_name: id, litellm_params: { model: id } }];
  });
}

function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}

function entriesIn(body: string): JsonMembers[] {
  const list: unknown = parseObject(body)?.data;
  if (!Array.isArray(list)) throw gatewayAnswerUnreadable('no model list');
  return list.map(objectOf).filter((entry) => entry !== undefined);
}
