import { isMapping } from '../../json/mapping.ts';
import { dataUrlIn, dataUrlWith } from './data-url.ts';
import { IN_BASE64, IN_DATA_URL, IN_JSON, type Step } from './find-texts.ts';

/** The document with another text at a place: a copy along the way there, the same beside it. */
export function withText(document: unknown, path: readonly Step[], text: string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return text;
  if (typeof document === 'string') return textWithin(document, step, rest, text);
  if (Array.isArray(document) && typeof step === 'number')
    return document.with(step, withText(document[step], rest, text));
  if (isMapping(document) && typeof step === 'string')
    return { ...document, [step]: withText(document[step], rest, text) };
  throw new Error('there is no such place in the document');
}

function textWithin(outer: string, step: Step, rest: readonly Step[], text: string): string {
  if (step === IN_JSON) return JSON.stringify(withText(JSON.parse(outer), rest, text));
  if (step === IN_BASE64) return Buffer.from(text).toString('base64');
  const url = step === IN_DATA_URL ? dataUrlIn(outer) : undefined;
  if (url) return dataUrlWith(url, text);
  throw new Error('there is no such place in a text');
}
