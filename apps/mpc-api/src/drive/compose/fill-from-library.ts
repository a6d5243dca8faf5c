import { ApiError, ErrorTypes, invalidInput, type Issue } from '@showrunner/errors';
import { memberNames, type Operation } from '@showrunner/recipes';
import type { Library } from '../../library/library.ts';
import { textOf, type JsonMembers } from '../../json-members.ts';

/** A body with what the library had for it. */
export interface FilledBody {
  readonly body: JsonMembers;
  /** Members that came from the preset. */
  readonly filled: ReadonlySet<string>;
  /** How fast the stored voice speaks, by language. */
  readonly paces: Paces;
}

/** As `calibration` takes it, by canonical BCP-47 tag. */
export type Paces = Readonly<Record<string, { readonly units: number; readonly seconds: number }>>;

/**
 * Puts a preset's members where the body leaves them out, and a stored voice where the body names one by its id. A member
 * that the body gives as null is not filled.
 *
 * @throws ApiError 404 where there is no such preset or voice in the workspace, 422 where the preset is for another recipe
 */
export async function fillFromLibrary(
  operation: Operation,
  body: JsonMembers,
  workspace: string,
  library: Library,
): Promise<FilledBody> {
  const { preset, ...own } = body;
  const input = typeof preset === 'string' ? await inputOf(preset, operation, workspace, library) : {};
  const filled = new Set(Object.keys(input).filter((name) => !Object.hasOwn(own, name)));
  const whole: JsonMembers = { ...input, ...own, ...(typeof preset === 'string' ? {} : { preset }) };
  const voiceId = textOf(whole.brand_voice);
  if (voiceId === undefined || !memberNames(operation.input).has('brand_voice'))
    return { body: whole, filled, paces: {} };
  const voice = await library.voices.find(workspace, voiceId);
  if (!voice) throw notThere('brand voice', 'brand_voice', voiceId);
  const { pace_by_language: paces, ...brand_voice } = voice.content;
  return { body: { ...whole, brand_voice }, filled, paces };
}

async function inputOf(id: string, operation: Operation, workspace: string, library: Library): Promise<JsonMembers> {
  const preset = await library.presets.find(workspace, id);
  if (!preset) throw notThere('preset', 'preset', id);
  const { recipe, input } = preset.content;
  if (recipe === operation.name) return input;
  throw invalidInput([{ path: 'preset', reason: `is for ${recipe}`, allowed: `a preset for ${operation.name}` }]);
}

function notThere(what: string, member: string, id: string): Error {
  const shown = id.slice(0, 80);
  return ErrorTypes.NOT_FOUND(`There is no ${what} with the id "${shown}".`, { [member]: shown });
}

/** Reads a filled body; what is wrong with a member of the preset is said of the preset, which fitted when it was made. */
export function sayingPreset<Read>({ filled }: FilledBody, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (filled.size === 0 || !ApiError.isInstance(error)) throw error;
    const issues = (error.details?.issues ?? []) as readonly Issue[];
    if (!issues.some(({ path }) => filled.has(topOf(path)))) throw error;
    throw invalidInput(
      issues.map((issue) => (filled.has(topOf(issue.path)) ? ofPreset(issue) : issue)),
      error,
    );
  }
}

function ofPreset({ path, reason, allowed }: Issue): Issue {
  return { path: `preset.input.${path}`, reason: `${reason}, so that the preset no longer fits`, allowed };
}

function topOf(path: string): string {
  return /^[^.[]*/.exec(path)?.[0] ?? path;
}

/** The voice's pace in a language, where the body says nothing of one: the nearest tag's. */
export function paceFor(language: string, body: JsonMembers, paces: Paces): Paces[string] | undefined {
  if (isGiven(body.pace) || isGiven(body.calibration)) return undefined;
  const parts = language.split('-');
  const tags = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  return tags.map((one) => paces[one]).find((pace) => pace !== undefined);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
