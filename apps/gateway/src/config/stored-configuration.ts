import { isMapping, type Mapping } from '../json/mapping.ts';

/** A model that was added by the API. */
export interface StoredModel {
  readonly id: string;
  /** As an entry of `model_list` has it. */
  readonly entry: Mapping;
}

/** What of a configuration lies in the database, beside the file's. */
export interface StoredConfiguration {
  readonly models: readonly StoredModel[];
  /** By their names, what each brings to the deployments that name it. */
  readonly credentials: ReadonlyMap<string, Mapping>;
  /** Sections by their names. */
  readonly sections: Mapping;
}

export const NOTHING_STORED: StoredConfiguration = { models: [], credentials: new Map(), sections: {} };

/** Who may get in, and where things lie, is said where the process is started. */
const OF_THE_FILE_ALONE = new Set(['master_key', 'database_url']);

/** A file with the sections that are stored; what the file says itself counts, as in LiteLLM 1.108.7. */
export function withStoredSections(file: Mapping, sections: Mapping): Mapping {
  const joined: Mapping = { ...file };
  for (const [name, section] of Object.entries(sections)) {
    const written = joined[name] ?? {};
    if (!isMapping(section) || !isMapping(written)) continue;
    const kept = Object.entries(section).filter(([key]) => !OF_THE_FILE_ALONE.has(key));
    joined[name] = { ...Object.fromEntries(kept), ...written };
  }
  return joined;
}

/** Where the findings of a stored model stand. */
export function storedModelPath(id: string): string {
  return `stored_models[${id}]`;
}

export function isOfStoredModel(path: string): boolean {
  return path.startsWith('stored_models[');
}
