/**
 * How models say no in the words of an answer: in the first person, about helping or writing, right at the beginning.
 * Narrow on purpose: "Sorry, I can't wait any longer" may open a story.
 */
const REFUSALS: readonly RegExp[] = [
  /^(?:i['’]m (?:very )?sorry|i am (?:very )?sorry|sorry|i apologi[sz]e|unfortunately|as an ai\b[^.!?]{0,60})[,.:;]?\s*(?:but |and )?(?:i |we )(?:can['’]?t|cannot|can not|won['’]t|will not|am not able to|['’]m not able to|am unable to|['’]m unable to|must decline|have to decline)\s*(?:assist|help|create|write|generate|provide|produce|fulfil+|comply|do that|do this|discuss|support|continue with|answer|engage|be of)\b/i,
  /^i (?:can['’]?t|cannot|can not|won['’]t|will not|am not able to|am unable to|must decline to) (?:assist|help|create|write|generate|provide|produce|fulfil+|comply|discuss|support|answer|engage)\b/i,
  /^i['’]m (?:not able|unable) to (?:assist|help|create|write|generate|provide|produce|fulfil+|comply|discuss|support|answer|engage)\b/i,
  /^(?:es )?tut mir leid,? (?:aber )?(?:ich kann|dabei kann ich|das kann ich)\b/i,
  /^ich kann (?:dabei |dir dabei |ihnen dabei |dieser (?:bitte|anfrage) )?nicht (?:helfen|nachkommen|weiterhelfen)\b/i,
  /^lo siento,? (?:pero )?no puedo\b/i,
  /^no puedo (?:ayudar|ayudarte|ayudarle|cumplir|crear|escribir|generar)\b/i,
  /^(?:je suis désolée?|désolée?),? (?:mais )?je ne peux pas\b/i,
];

/** What is quoted of a refusal. */
const QUOTED_CHARACTERS = 200;

/** The refusal that an answer begins with, plain or in the first text of a JSON value; undefined where it is none. */
export function refusalIn(answer: unknown): string | undefined {
  const first = firstText(answer) ?? '';
  return REFUSALS.some((pattern) => pattern.test(first)) ? first.slice(0, QUOTED_CHARACTERS) : undefined;
}

function firstText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (typeof value !== 'object' || value === null) return undefined;
  for (const member of Object.values(value)) {
    const text = firstText(member);
    if (text !== undefined) return text;
  }
  return undefined;
}
