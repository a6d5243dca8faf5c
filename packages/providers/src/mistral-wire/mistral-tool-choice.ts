import type { JsonObject } from '../kit/json.ts';

/** Mistral's word for `required` is `any`. */
export function mistralToolChoice(body: JsonObject): void {
  if (body.tool_choice === 'required') body.tool_choice = 'any';
}
