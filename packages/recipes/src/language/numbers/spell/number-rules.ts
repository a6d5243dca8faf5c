import { readRuleText, type RulePart } from './rule-text.ts';

/** A language's file of CLDR's rule-based number formats (cldr-rbnf, Unicode-3.0): named sets of [base, text]. */
export interface RuleFile {
  readonly rbnf: { readonly rbnf: Readonly<Record<string, Readonly<Record<string, string | readonly string[][]>>>> };
}

interface NumberRule {
  readonly base: number;
  /** What the number is divided by for the rule's quotient and remainder. */
  readonly divisor: number;
  /** The one above it in its set. */
  readonly before: NumberRule | undefined;
  readonly parts: readonly RulePart[];
}

interface RuleSet {
  /** By base, ascending. */
  readonly rules: readonly NumberRule[];
  /** How a number with decimals is said; undefined where the set has no words for it. */
  readonly decimals: readonly RulePart[] | undefined;
}

/** The numbers of a language in words, by CLDR's rules. Whole numbers from 0 to 10¹⁸ − 1, without a sign. */
export class NumberRules {
  readonly #plurals: Readonly<Record<Intl.PluralRuleType, Intl.PluralRules>>;
  readonly #texts: ReadonlyMap<string, readonly string[][]>;
  readonly #sets = new Map<string, RuleSet>();

  constructor(language: string, file: RuleFile) {
    const ordinal = new Intl.PluralRules(language, { type: 'ordinal' });
    this.#plurals = { cardinal: new Intl.PluralRules(language), ordinal };
    const groups = ['SpelloutRules', 'OrdinalRules'].flatMap((name) => Object.entries(file.rbnf.rbnf[name] ?? {}));
    this.#texts = new Map(groups.flatMap(([name, rules]) => (typeof rules === 'string' ? [] : [[name, rules]])));
  }

  /** The public sets whose names begin so: `spellout-cardinal` has one for each gender and case. */
  setsNamed(beginning: string): readonly string[] {
    return [...this.#texts.keys()].filter((name) => name.startsWith(`%${beginning}`));
  }

  /** A whole number by the rules of a set, such as `%spellout-numbering`. */
  spell(value: number, set: string): string {
    const { rules } = this.#set(set);
    const at = ruleFor(value, rules);
    const rule = rules[at];
    return rule === undefined ? String(value) : this.#fill(rule.parts, value, rule, set);
  }

  /** A number with decimals, given by its whole part and its digits after the sign: 9 and "25". */
  spellDecimals(whole: number, digits: string, set: string): string | undefined {
    const { decimals, rules } = this.#set(set);
    const [first] = rules[0]?.parts ?? [];
    if (decimals === undefined && first?.kind === 'number' && first.of === 'itself' && first.set !== undefined)
      return this.spellDecimals(whole, digits, first.set);
    const spelled = (decimals ?? []).map((part) => this.#decimalPart(part, whole, digits, set));
    return spelled.length === 0 || spelled.includes(undefined) ? undefined : spelled.join('');
  }

  /** Undefined where the rule writes digits instead of words. */
  #decimalPart(part: RulePart, whole: number, digits: string, set: string): string | undefined {
    switch (part.kind) {
      case 'words':
        return part.words;
      case 'optional':
        return part.shown.map((inner) => this.#decimalPart(inner, whole, digits, set)).join('');
      case 'plural':
        return this.#plural(part, whole);
      case 'number':
        if (part.set !== undefined && !part.set.startsWith('%')) return undefined;
        if (part.of === 'itself') return this.spellDecimals(whole, digits, part.set ?? '');
        if (part.of === 'quotient') return this.spell(whole, part.set ?? set);
        if (part.set?.includes('fraction') === true) return this.#fraction(digits, part.set);
        return Array.from(digits, (digit) => this.spell(Number(digit), part.set ?? set)).join(' ');
    }
  }

  /** "две десятых": in a set of fractions the base of a rule is the denominator. */
  #fraction(digits: string, set: string): string {
    const { rules } = this.#set(set);
    const rule = rules.find(({ base }) => base === 10 ** digits.length) ?? rules.at(-1);
    return rule === undefined ? digits : this.#fill(rule.parts, Number(digits), { ...rule, divisor: 1 }, set);
  }

  #fill(parts: readonly RulePart[], value: number, rule: NumberRule, set: string): string {
    return parts.map((part) => this.#fillPart(part, value, rule, set)).join('');
  }

  #fillPart(part: RulePart, value: number, rule: NumberRule, set: string): string {
    const { divisor, before } = rule;
    switch (part.kind) {
      case 'words':
        return part.words;
      case 'optional':
        return this.#fill(value % divisor === 0 ? part.otherwise : part.shown, value, rule, set);
      case 'plural':
        return this.#plural(part, Math.floor(value / divisor));
      case 'number': {
        if (part.byRuleBefore === true && before !== undefined)
          return this.#fill(before.parts, value % divisor, before, set);
        const referred = { itself: value, quotient: Math.floor(value / divisor), remainder: value % divisor }[part.of];
        if (part.set === undefined) return this.spell(referred, set);
        return part.set.startsWith('%') ? this.spell(referred, part.set) : String(referred);
      }
    }
  }

  #plural({ type, forms }: Extract<RulePart, { kind: 'plural' }>, value: number): string {
    const rules = this.#plurals[type];
    return forms.get(rules.select(value)) ?? forms.get('other') ?? '';
  }

  #set(name: string): RuleSet {
    let set = this.#sets.get(name);
    if (set === undefined) {
      set = readRuleSet(this.#texts.get(name) ?? []);
      this.#sets.set(name, set);
    }
    return set;
  }
}

function readRuleSet(texts: readonly string[][]): RuleSet {
  const rules: NumberRule[] = [];
  for (const [head = '', text = ''] of texts) {
    const [base = Number.NaN, radix = 10] = head.replaceAll(',', '').split('/').map(Number);
    if (Number.isNaN(base)) continue;
    rules.push({ base, divisor: divisorOf(base, radix), before: rules.at(-1), parts: readRuleText(text) });
  }
  const decimals = texts.find(([head]) => head === 'x.x' || head === 'x,x')?.[1];
  return {
    rules: rules.toSorted((one, other) => one.base - other.base),
    decimals: decimals === undefined ? undefined : readRuleText(decimals),
  };
}

/** The highest power of the radix that is not above the base. */
function divisorOf(base: number, radix: number): number {
  let divisor = 1;
  while (divisor * radix <= base) divisor *= radix;
  return divisor;
}

/**
 * The last rule whose base is not above the number. A number without a remainder takes the one before where the rule was
 * made for remainders alone: its base is no multiple of its divisor, as with English years (1010/100).
 */
function ruleFor(value: number, rules: readonly NumberRule[]): number {
  const at = rules.findLastIndex(({ base }) => base <= value);
  const rule = rules[at];
  if (rule === undefined || at === 0) return at;
  const isForRemainders = value % rule.divisor === 0 && rule.base % rule.divisor !== 0 && hasRemainder(rule.parts);
  return isForRemainders ? at - 1 : at;
}

function hasRemainder(parts: readonly RulePart[]): boolean {
  return parts.some((part) =>
    part.kind === 'optional' ? hasRemainder(part.shown) : part.kind === 'number' && part.of === 'remainder',
  );
}
