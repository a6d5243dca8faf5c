/** One thing that a model is told, and why: the reason is for whoever changes the prompt and is never sent. */
export interface Rule<Values = void> {
  readonly rule: string | ((values: Values) => string);
  readonly why: string;
}

/** Who the model is and how it works, the same for all asks of an operation. One file each. */
export interface SystemPrompt<Values = void> {
  /** A date and a count, `2026-11-29.1`: newer than every prompt of its operations as soon as a word of it changes. */
  readonly version: string;
  /** Sentences, one after the other. */
  readonly opening: readonly Rule<Values>[];
  /** The short ones of small models have none. */
  readonly sections: readonly Section<Values>[];
}

export interface Section<Values = void> {
  readonly title: string;
  readonly rules: readonly Rule<Values>[];
}

/** What is sent of a system prompt: the opening, then each section as a list under its title. */
export function systemText<Values>({ opening, sections }: SystemPrompt<Values>, values: Values): string {
  const lists = sections.map(({ title, rules }) =>
    [title, ...rules.map((rule) => `- ${ruleText(rule, values)}`)].join('\n'),
  );
  const sentences = opening.map((rule) => ruleText(rule, values)).join(' ');
  return [sentences, ...lists].join('\n\n');
}

/** What one ask wants done, said behind the brief. Those that are asked together stand in one file. */
export interface AskPrompt<Values = void> {
  readonly version: string;
  /** One after the other. */
  readonly sentences: readonly Rule<Values>[];
}

export function askText<Values>({ sentences }: AskPrompt<Values>, values: Values): string {
  return sentences.map((sentence) => ruleText(sentence, values)).join(' ');
}

function ruleText<Values>({ rule }: Rule<Values>, values: Values): string {
  return typeof rule === 'string' ? rule : rule(values);
}

/** The version of an operation's prompts: that of the newest. */
export function newestVersion(...prompts: readonly Versioned[]): string {
  const [newest = ''] = prompts.map(({ version }) => version).toSorted(byNewest);
  return newest;
}

/** The prompts that a file exports, by its namespace. */
export function promptsIn(file: Readonly<Record<string, Versioned>>): Versioned[] {
  return Object.values(file);
}

interface Versioned {
  readonly version: string;
}

/** Counts are numbers, so that `.10` comes after `.9`. */
function byNewest(one: string, other: string): number {
  return other.localeCompare(one, 'en', { numeric: true });
}
