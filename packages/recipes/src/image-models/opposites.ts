/** What to ask for where something shall not be seen, for models that read "no crowd" as a crowd. */
const OPPOSITES: readonly (readonly [RegExp, string])[] = [
  [/\beye contact\b|\blook(?:ing|s)?\s+(?:at|into)\s+(?:the\s+)?camera\b/i, 'eyes turned to the side'],
  [/\b(?:smil(?:e|es|ing)|laugh(?:s|ing|ter)?|grin(?:s|ning)?)\b/i, 'a serious, still face'],
  [/\b(?:crowd(?:s|ed)?|people|persons?|bystanders?|humans?)\b/i, 'a quiet, empty background'],
  [/\b(?:clutter(?:ed)?|busy|mess|messy|other objects|distractions?)\b/i, 'a clean, simple background'],
  [
    /\b(?:watermarks?|logos?|texts?|letters?|lettering|words?|captions?|signatures?|brand(?:s|ing)?)\b/i,
    'plain, unmarked surfaces',
  ],
  [
    /\b(?:blur|blurry|blurred|out of focus|low[ -]quality|pixelated|grain|grainy|noise)\b/i,
    'crisp focus and fine detail',
  ],
  [/\b(?:fingers?|hands?|limbs?|deformed|deformity|distorted|distortion|anatomy)\b/i, 'natural, well-formed anatomy'],
  [/\b(?:dark|darkness|underexposed|shadows?)\b/i, 'bright, even light'],
  [/\b(?:stock|generic|clich[eé]s?|staged|posed)\b/i, 'a candid, specific moment'],
  [/\b(?:cartoons?|3d|cgi|illustrations?|drawings?)\b/i, 'a real photograph'],
  [/\b(?:clouds?|cloudy|rain|fog)\b/i, 'a clear sky'],
  [/\b(?:cars?|traffic|vehicles?)\b/i, 'an open, empty road'],
];

/** What shall not be seen, said positively; what has no opposite here is given back to be told. */
export function opposites(absent: readonly string[]): {
  readonly wanted: readonly string[];
  readonly left: readonly string[];
} {
  const wanted = new Set<string>();
  const left: string[] = [];
  for (const item of absent) {
    const opposite = OPPOSITES.find(([pattern]) => pattern.test(item))?.[1];
    if (opposite === undefined) left.push(item);
    else wanted.add(opposite);
  }
  return { wanted: [...wanted], left };
}
