import { isUtf8 } from 'node:buffer';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { dataUrlIn, textOfDataUrl } from './data-url.ts';
import { structuralMembers, structuralParts } from './structural-members.ts';

/** A text that is JSON itself, and is read on within. */
export const IN_JSON = Symbol('JSON');
/** A data URL, whose bytes are a text. */
export const IN_DATA_URL = Symbol('data URL');
/** Base64, whose bytes are a text. */
export const IN_BASE64 = Symbol('base64');

/** How to get to a text: members, positions, and texts that hold another. */
export type Step = string | number | typeof IN_JSON | typeof IN_DATA_URL | typeof IN_BASE64;

/** A number with so many digits may be somebody's: of a card, a telephone, an account. */
const TELLING_DIGITS = /\d{5}/;

export interface FoundText {
  readonly text: string;
  readonly role: string;
  readonly path: readonly Step[];
  /** The name of a tool, by which both sides know it: it is looked at, and cannot be another. */
  readonly isName: boolean;
}

export interface FoundTexts {
  readonly texts: readonly FoundText[];
  readonly images: readonly string[];
  /** Names of members that a caller or a model thinks of: of arguments, of what tools answer, of schemas. */
  readonly memberNames: ReadonlySet<string>;
}

/**
 * All texts of a request, or of an answer, on whichever wire: every text but those that are structure. What nobody knew
 * when this was written is looked at, too.
 */
export function findTexts(document: unknown, role: string, how: SearchOptions = {}): FoundTexts {
  const search = new Search(how);
  search.walk(document, { path: [], role, isFree: false, isSchema: false });
  return search;
}

export interface SearchOptions {
  /** Texts of nothing but blanks are found as well. */
  readonly takesBlank?: boolean;
  /** A text that is JSON is taken as it stands. */
  readonly staysOutside?: boolean;
}

/** Where a walk stands. */
interface Place {
  readonly path: readonly Step[];
  readonly role: string;
  /** Within arguments of tools and what they answer, names of members are the caller's own. */
  readonly isFree: boolean;
  /** Within the schema of a tool or of an answer. */
  readonly isSchema: boolean;
}

const TEXT_TYPE = /^(text\/|application\/(json|xml|yaml|x-yaml|csv|x-ndjson|javascript|sql|rtf|x-sh)\b)/i;
const IMAGE_TYPE = /^image\//i;
const ARGUMENTS = new Set(['arguments', 'input', 'output', 'partial_json', 'args', 'response']);
const TOOL_RESULTS = /^((mcp_)?tool_result|\w+_call_output)$/;

class Search implements FoundTexts {
  readonly texts: FoundText[] = [];
  readonly images: string[] = [];
  readonly memberNames = new Set<string>();
  readonly #how: SearchOptions;

  constructor(how: SearchOptions) {
    this.#how = how;
  }

  walk(value: unknown, place: Place): void {
    if (typeof value === 'string') this.#take(value, place);
    else if (Array.isArray(value)) for (const [index, item] of value.entries()) this.walk(item, within(place, index));
    else if (isMapping(value)) this.#walkMembers(value, place);
    else if (place.isFree && typeof value === 'number') this.#takeNumber(value, place);
  }

  #walkMembers(value: Mapping, place: Place): void {
    const role = roleOf(value, place.role);
    for (const [member, item] of Object.entries(value)) {
      const inner = { ...within(place, member), role: roleAt(member, role) };
      if (place.isFree || place.isSchema) this.memberNames.add(member);
      if (place.isFree) this.walk(item, inner);
      else this.#walkMember(value, member, item, inner);
    }
  }

  #walkMember(holder: Mapping, member: string, item: unknown, place: Place): void {
    if (member === 'data' || member === 'file_data') this.#takeBytes(holder, item, place);
    else if (isMapping(item) ? structuralParts.has(member) && !place.isSchema : structuralMembers.has(member)) return;
    else if (isOfImage(member, holder)) this.#takeAddress(item, place);
    else if (member === 'name' && isNameOfTool(holder)) this.#add(item, place, true);
    else if (ARGUMENTS.has(member) && isOfTool(holder)) this.#walkFree(item, place);
    else this.walk(item, { ...place, isSchema: place.isSchema || SCHEMAS.has(member) });
  }

  /** Arguments are JSON as text on one wire, and an object on the other. */
  #walkFree(item: unknown, place: Place): void {
    const read = typeof item === 'string' && this.#how.staysOutside !== true ? parsed(item) : undefined;
    if (read === undefined) this.walk(item, { ...place, isFree: true });
    else this.walk(read, { ...within(place, IN_JSON), isFree: true });
  }

  /** What reads as a data URL is one where an address stands; elsewhere a model reads it as it is. */
  #take(text: string, place: Place): void {
    const url = dataUrlIn(text);
    if (url === undefined) this.#add(text, place, false);
    else if (!place.isFree && ADDRESS.test(String(place.path.at(-1)))) this.#takeDataUrl(text, place);
    else {
      this.#add(text, place, false);
      if (IMAGE_TYPE.test(url.type)) this.images.push(text);
    }
  }

  /** Written as a text where it has to be another. */
  #takeNumber(value: number, place: Place): void {
    const digits = String(value);
    if (TELLING_DIGITS.test(digits)) this.#add(digits, place, false);
  }

  #add(text: unknown, { path, role }: Place, isName: boolean): void {
    if (typeof text !== 'string' || text === '') return;
    if (this.#how.takesBlank === true || text.trim() !== '') this.texts.push({ text, role, path, isName });
  }

  #takeAddress(item: unknown, place: Place): void {
    if (isMapping(item) && typeof item.url === 'string') this.#takeAddress(item.url, within(place, 'url'));
    else if (typeof item !== 'string') this.walk(item, place);
    else if (dataUrlIn(item)) this.#takeDataUrl(item, place);
    else this.images.push(item);
  }

  #takeDataUrl(text: string, place: Place): void {
    const url = dataUrlIn(text);
    if (url === undefined) return this.#add(text, place, false);
    if (IMAGE_TYPE.test(url.type)) this.images.push(text);
    else this.#add(textOfDataUrl(url), within(place, IN_DATA_URL), false);
  }

  /**
   * A file within a request: as a text, or its bytes in base64. Bytes of which nobody says what they are may be read as
   * either.
   */
  #takeBytes(holder: Mapping, item: unknown, place: Place): void {
    const type = typeOfBytes(holder);
    if (typeof item !== 'string') this.walk(item, place);
    else if (dataUrlIn(item)) this.#takeDataUrl(item, place);
    else if (IMAGE_TYPE.test(type)) this.images.push(`data:${type};base64,${item}`);
    else {
      const isBytes = isBase64(item);
      const mayBeText = holder.type === 'text' || (type === '' && !(isBytes && item.length > LONGEST_WORD));
      if (mayBeText || !isBytes) this.#add(item, place, false);
      if (isBytes && holder.type !== 'text') this.#add(textOfBytes(item, type), within(place, IN_BASE64), false);
    }
  }
}

/** What bytes in base64 say; nothing of those that are no text, whatever they are called. */
function textOfBytes(base64: string, type: string): string | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return TEXT_TYPE.test(type) || isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

/** Members that hold the address of something, or the thing itself as a data URL. */
const ADDRESS = /(^|_)ur[li]$/i;

/** What is longer and all of letters is no word. */
const LONGEST_WORD = 64;

const SCHEMAS = new Set([
  'parameters',
  'parametersJsonSchema',
  'input_schema',
  'schema',
  'json_schema',
  'response_schema',
  'responseSchema',
  'responseJsonSchema',
]);

function within(place: Place, step: Step): Place {
  return { ...place, path: [...place.path, step] };
}

function roleOf(value: Mapping, usual: string): string {
  if (typeof value.type === 'string' && TOOL_RESULTS.test(value.type)) return 'tool';
  if (value.role === 'model') return 'assistant';
  return typeof value.role === 'string' ? value.role : usual;
}

const OPERATORS = new Set([
  'tools',
  'functions',
  'system',
  'instructions',
  'systemInstruction',
  'system_instruction',
  'response_format',
  'text_format',
  'generationConfig',
  'generation_config',
]);

/** What stands beside the messages and is the operator's or the program's word. */
function roleAt(member: string, usual: string): string {
  if (OPERATORS.has(member)) return 'system';
  return member === 'functionResponse' || member === 'function_response' ? 'tool' : usual;
}

/** `image_url` is a text on one wire, and an object with a `url` on the other. */
function isOfImage(member: string, { type, detail }: Mapping): boolean {
  if (member === 'image_url') return true;
  return (
    member === 'url' && (detail !== undefined || type === 'url' || (typeof type === 'string' && type.includes('image')))
  );
}

function isNameOfTool(holder: Mapping): boolean {
  return isOfTool(holder) || 'parameters' in holder || 'input_schema' in holder || 'schema' in holder;
}

function isOfTool(holder: Mapping): boolean {
  const { type } = holder;
  if ('arguments' in holder || ('name' in holder && ('args' in holder || 'response' in holder))) return true;
  return typeof type === 'string' && /tool_use|_call(_output)?$|^tool_call/.test(type);
}

function typeOfBytes({ media_type: media, mime_type: mime, mimeType }: Mapping): string {
  return [media, mime, mimeType].find((type) => typeof type === 'string') ?? '';
}

function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/\s]+={0,2}$/.test(text.trimEnd());
}

/** What a text of JSON holds, where it is an object or a list. */
function parsed(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
