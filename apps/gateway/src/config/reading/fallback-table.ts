import { isMapping, kindOf } from '../../json/mapping.ts';
import type { Section } from './section.ts';

/** Which groups stand in for a group, in their order. `*` stands for each group without an entry. */
export type FallbackTable = ReadonlyMap<string, readonly string[]>;

/** Lists of mappings as LiteLLM writes them (`- group: [other]`), or one mapping; nothing where the key is not there. */
export function readFallbackTable(section: Section, key: string): FallbackTable | undefined {
  const value = section.values[key];
  if (value === undefined) return undefined;
  const table = new Map<string, readonly string[]>();
  for (const entry of isMapping(value) ? [value] : section.list(key)) {
    for (const [group, others] of Object.entries(isMapping(entry) ? entry : { [String(entry)]: undefined })) {
      if (Array.isArray(others) && others.every((other) => typeof other === 'string')) {
        table.set(group, others);
      } else {
        section.findings.error(
          section.at(key),
          `"${group}" has ${kindOf(others)} in place of a list of groups`,
          `write - ${group}: [other-group]`,
        );
      }
    }
  }
  return table;
}
