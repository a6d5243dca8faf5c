/** Words that models without negatives read as the thing itself: "no crowd" shows a crowd. */
const NEGATION = /\b(?:no|not|without|never|avoid(?:ing)?|none|nothing|don't|doesn't|isn't|aren't|free of|devoid)\b/i;

/** What to ask for where something shall not be seen. */
const OPPOSITES: readonly (readonly [RegExp, string])[] = [
  [/crowd|people|bystander/i, 'a quiet, empty background'],
  [/clutter|busy|messy/i, 'a clean, simple background'],
  [/watermark|logo|text|letter|caption|signature/i, 'plain, unmarked surfaces'],
  [/blur|out of focus|low quality|pixel|grain|noise/i, 'crisp focus and fine detail'],
  [/finger|hand|limb|deform|distort|anatomy/i, 'natural, well-formed anatomy'],
  [/dark|underexposed/i, 'bright, even light'],
  [/stock|generic|clich/i, 'a candid, specific moment'],
  [/cartoon|3d|cgi|illustration/i, 'a real photograph'],
];

export function hasNegation(text: string): boolean {
  return NEGATION.test(text);
}

/** The text without the clauses that say what is not there. */
export function positiveOnly(text: string): string {
  if (!hasNegation(text)) return text;
  return text
    .split(/(?<=[,;.])\s+/)
    .filter((clause) => !hasNegation(clause))
    .join(' ')
    .replace(/[,;\s]+$/, '');
}

/** What to avoid, said positively; what has no opposite here is given back to be told. */
export function opposites(avoid: readonly string[]): {
  readonly wanted: readonly string[];
  readonly left: readonly string[];
} {
  const wanted = new Set<string>();
  const left: string[] = [];
  for (const item of avoid) {
    const opposite = OPPOSITES.find(([pattern]) => pattern.test(item))?.[1];
    if (opposite === undefined) left.push(item);
    else wanted.add(opposite);
  }
  return { wanted: [...wanted], left };
}
