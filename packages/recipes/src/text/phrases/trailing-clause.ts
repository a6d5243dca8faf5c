/** What goes on and can be missed: "…, which are located in the throat", "…, creating a sound", "… and then subtracting it", "… to see if it helps". */
const TRAILING =
  /^(?<main>.*?\p{L})(?:,?\s+and then|\s+to see (?:how|if|what|when|where|whether|which|who|why)|,\s+(?:which|creating|making|allowing|causing|leading|resulting|helping|giving|providing|producing|ensuring|reducing|improving))\s[^;:?]*[.!]$/su;
/** What begins so needs what follows: "If you have cats, which …". */
const WAITS = /^(?:if|when|while|after|before|as|because|once|although|though|by|with|without|to|in|on|for|during)\b/iu;
/** Fewer words are an opening and no sentence: "First, …". */
const LEAST_WORDS = 5;

/** An English sentence without the clause that hangs on its end, where it is one without it too. */
export function withoutTrailingClause(sentence: string): string {
  const main = TRAILING.exec(sentence)?.groups?.main;
  if (main === undefined || WAITS.test(main) || main.split(' ').length < LEAST_WORDS) return sentence;
  return `${main}.`;
}
