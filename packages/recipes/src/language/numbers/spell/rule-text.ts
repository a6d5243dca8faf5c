/** A piece of a number rule's text: words, or what stands in their place for a certain number. */
export type RulePart =
  | { readonly kind: 'words'; readonly words: string }
  /** The number's quotient by the rule's divisor (←), its remainder (→) or itself (=), by the rules of `set`. */
  | {
      readonly kind: 'number';
      readonly of: 'quotient' | 'remainder' | 'itself';
      readonly set: string | undefined;
      /** →→→: by the rule above, whatever the number: "二零二四" keeps its zero. */
      readonly byRuleBefore?: true;
    }
  /** The form that the quotient takes in the language: `$(cardinal,one{тысяча}few{тысячи}other{тысяч})$`. */
  | { readonly kind: 'plural'; readonly type: Intl.PluralRuleType; readonly forms: ReadonlyMap<string, string> }
  /** `[shown|otherwise]`: the first where there is a remainder. */
  | { readonly kind: 'optional'; readonly shown: readonly RulePart[]; readonly otherwise: readonly RulePart[] };

/**
 * Reads the text of a rule in the notation of UTS 35, part 3, "Rule-Based Number Formatting", as CLDR's JSON has it:
 * `←%spellout-cardinal-feminine← $(cardinal,one{тысяча}other{тысяч})$[ →→];`. Soft hyphens and
 * invisible spaces are dropped.
 */
export function readRuleText(text: string): readonly RulePart[] {
  return readParts(
    text
      .replace(/;$/u, '')
      .replace(/^'/u, '')
      .replace(/[\u00AD\u200B]/gu, ''),
  );
}

const TOKEN =
  /\[(?<optional>[^\]]*)\]|→→→|(?<arrow>[←→=])(?<set>[^←→=]*)\k<arrow>|\$\((?<type>\w+),(?<forms>[^$]*)\)\$/gu;

function readParts(text: string): readonly RulePart[] {
  const parts: RulePart[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    parts.push(...readWords(text.slice(from, match.index)));
    parts.push(readToken(match[0], match.groups ?? {}));
    from = match.index + match[0].length;
  }
  parts.push(...readWords(text.slice(from)));
  return parts;
}

/** An arrow without its pair is a slip of the data. */
function readWords(text: string): readonly RulePart[] {
  const words = text.replace(/[←→]/gu, '');
  return words === '' ? [] : [{ kind: 'words', words }];
}

const REFERENCE = { '←': 'quotient', '→': 'remainder', '=': 'itself' } as const;

function readToken(token: string, groups: Readonly<Record<string, string | undefined>>): RulePart {
  const { optional, arrow, set, type, forms = '' } = groups;
  if (token === '→→→') return { kind: 'number', of: 'remainder', set: undefined, byRuleBefore: true };
  if (optional !== undefined) {
    const [shown = '', otherwise = ''] = optional.split('|');
    return { kind: 'optional', shown: readParts(shown), otherwise: readParts(otherwise) };
  }
  if (arrow === undefined) {
    const pairs = Array.from(forms.matchAll(/(\w+)\{([^}]*)\}/gu), ([, name = '', form = '']) => [name, form] as const);
    return { kind: 'plural', type: type === 'ordinal' ? 'ordinal' : 'cardinal', forms: new Map(pairs) };
  }
  return { kind: 'number', of: REFERENCE[arrow as keyof typeof REFERENCE], set: set === '' ? undefined : set };
}
