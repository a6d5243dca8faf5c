import table from './openai-params.generated.json' with { type: 'json' };

const lists: readonly (readonly string[])[] = table.lists;
const models: Readonly<Record<string, Readonly<Record<string, number>>>> = table.models;

/** Which of OpenAI's parameters a vendor's model takes, as LiteLLM has it; nothing where nobody says. */
export function openAiParamsOf(provider: string, model: string): readonly string[] | undefined {
  const known = Object.hasOwn(models, provider) ? models[provider] : undefined;
  const list = known && Object.hasOwn(known, model) ? known[model] : undefined;
  return list === undefined ? undefined : lists[list];
}
