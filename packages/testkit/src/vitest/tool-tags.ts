import type { TestTagDefinition } from 'vitest/config';
import { tools } from '../tools/tools.ts';

/** One tag for each tool; tests that carry the tag of a missing tool are skipped. */
export function toolTags(): TestTagDefinition[] {
  return tools.map((tool) => ({
    name: tool.name,
    description: `needs ${tool.name}`,
    ...(tool.isPresent() ? {} : { skip: true }),
  }));
}
