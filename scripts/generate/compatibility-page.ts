import { compatibilityTables } from '../../bench/differential/compatibility-tables.ts';
import { fillIn } from './fill-in.ts';
import type { GeneratedFile } from './generated-file.ts';

/** What was compared with LiteLLM, how it came out, and where ours differs on purpose: out of `bench/differential`. */
export const compatibilityPage: GeneratedFile = {
  path: 'docs/reference/litellm-compatibility.md',
  generator: 'scripts/generate/compatibility-page.ts',
  content: (page) =>
    Object.entries(compatibilityTables()).reduce((filled, [name, text]) => fillIn(filled, name, text), page),
};
