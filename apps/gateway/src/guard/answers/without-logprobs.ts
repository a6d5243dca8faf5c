import { isMapping, type Mapping } from '../../json/mapping.ts';

/** An answer that was changed: what its text was made of, token by token, would show what was masked. */
export function withoutLogprobs(document: Mapping): Mapping {
  const { choices } = document;
  if (!Array.isArray(choices)) return document;
  const shown = choices.map((choice: unknown) =>
    isMapping(choice) && choice.logprobs ? { ...choice, logprobs: null } : choice,
  );
  return { ...document, choices: shown };
}
