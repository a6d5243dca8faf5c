import names from './names.generated.json' with { type: 'json' };

/** A part of a file whose keys LiteLLM's code reads by name; `file` is the top of it. */
export type NamedSection = keyof typeof names.settings;

/** The keys that LiteLLM reads of each section. */
export const settingNames: Readonly<Record<NamedSection, readonly string[]>> = names.settings;

/** Callbacks that LiteLLM knows by name. */
export const callbackNames: ReadonlySet<string> = new Set(names.callbacks);
