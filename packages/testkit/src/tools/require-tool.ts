import type { ToolName } from './tools.ts';

/**
 * Marks tests as needing something of the machine: `describe('…', requireTool('redis'), () => { … })`. Where it is
 * missing the tests are skipped and the last lines of the run name it; with `SHOWRUNNER_REQUIRE_ALL=1` the run fails.
 */
export function requireTool(...names: [ToolName, ...ToolName[]]): { tags: ToolName[] } {
  return { tags: names };
}
