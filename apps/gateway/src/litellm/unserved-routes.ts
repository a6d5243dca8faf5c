import { routePattern } from './route-pattern.ts';
import routes from './routes.generated.json' with { type: 'json' };

/** What a path of LiteLLM's proxy is for that this gateway does not have for now. */
export interface UnservedFeature {
  readonly name: string;
  /** What to do in its place. */
  readonly instead: string;
}

type FeatureName = keyof typeof routes.unserved;

const AT_THE_VENDOR = 'ask the vendor’s own API through /openai_passthrough/… or /azure/…';

const INSTEAD: Readonly<Record<FeatureName, string>> = {
  'realtime sessions': 'connect to the vendor itself',
  'the MCP gateway': 'connect the client to the MCP servers themselves',
  'vector stores': AT_THE_VENDOR,
  assistants: `${AT_THE_VENDOR}, or use /v1/responses`,
  'fine-tuning': AT_THE_VENDOR,
  OCR: 'ask the vendor’s own API through /mistral/… or /azure_ai/…',
  video: AT_THE_VENDOR,
  prompts: 'send the messages themselves',
  'the model hub': 'list models by /v1/models and /model_group/info',
  'external secret managers': 'set the variable, or NAME_FILE for a file with its value',
  'SSO and JWT': 'use virtual keys: docs/guides/virtual-keys.md',
  'the admin UI': 'use the management API: /docs',
};

const named: readonly { readonly feature: UnservedFeature; readonly path: RegExp }[] = Object.entries(
  routes.unserved,
).flatMap(([name, paths]) => {
  const feature = { name, instead: INSTEAD[name as FeatureName] };
  return paths.map((path) => ({ feature, path: routePattern(path) }));
});

const others: readonly RegExp[] = routes.others.map(routePattern);

/** What LiteLLM has beside what has a name here. */
const OTHER: UnservedFeature = { name: 'this path of LiteLLM’s', instead: 'see what there is at /docs' };

/** Whether a path ends in a slash at LiteLLM, too. */
export function endsSo(path: string): boolean {
  return ENDING_SO.has(path);
}

const ENDING_SO: ReadonlySet<string> = new Set(
  [...Object.values(routes.unserved).flat(), ...routes.others].filter((path) => path.endsWith('/')),
);

/** What a path is for that no route here has; nothing for a path that LiteLLM does not have either. */
export function unservedFeature(path: string): UnservedFeature | undefined {
  const found = named.find((one) => one.path.test(path))?.feature;
  return found ?? (others.some((pattern) => pattern.test(path)) ? OTHER : undefined);
}
