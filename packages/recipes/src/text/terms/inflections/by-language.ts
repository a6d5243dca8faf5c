import { baltic } from './baltic-finnic.ts';
import { indic } from './indic.ts';
import { others } from './others.ts';
import type { Inflections } from './paradigms.ts';
import { slavic } from './slavic.ts';

const byLanguage: Readonly<Record<string, Inflections>> = { ...slavic, ...baltic, ...indic, ...others };

/** By primary subtag; undefined for a language that has a stemmer, or whose endings nobody has written down. */
export function inflectionsOf(language: string): Inflections | undefined {
  return byLanguage[language];
}
