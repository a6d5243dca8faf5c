import { randomUUID } from 'node:crypto';
import { readAnyUsage, readResponsesUsage, type Usage } from '@showrunner/providers';
import { JSON_CODE } from '../../../json/json-text.ts';
import { MemberFinder, type FoundMembers, type Span } from '../../../json/member-finder.ts';
import { asAsciiJson } from '../../../json/splice.ts';
import type { PassedResponseView } from '../../responses-wire.ts';

const MEMBERS = ['id', 'model', 'previous_response_id', 'usage', 'output', 'error'] as const;

type ResponseMembers = FoundMembers<(typeof MEMBERS)[number]>;

const responseMembers = new MemberFinder(MEMBERS);

/** A response within a text, UTF-8 read as latin1. */
export interface FoundResponse {
  /** The span of an id that is not there is empty, where it is to stand. */
  readonly members: ResponseMembers & { readonly id: Span };
  /** Its own error; a response that failed has one. */
  readonly hasError: boolean;
  readonly usage: Usage | undefined;
}

/** Looks through the object from `from` to `to`; nothing where it is no response. */
export function findResponse(text: string, from = 0, to = text.length): FoundResponse | undefined {
  const members = responseMembers.find(text, from, to);
  const { id, usage, error, output } = members ?? {};
  // What has an output is one that was paid for, whatever its vendor calls it.
  if (!members || (!output && !(id && isText(text, id)))) return undefined;
  return {
    members: { ...members, id: id ?? noneAt(text.indexOf('{', from) + 1) },
    hasError: isPresent(text, error),
    usage: isPresent(text, usage) ? usageIn(JSON.parse(text.slice(usage.start, usage.end))) : undefined,
  };
}

/** The text from `from` to `to` with the ids and the model's name that the caller knows. */
export function spliceResponse(
  text: string,
  { members }: FoundResponse,
  view: PassedResponseView,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const { id, model, previous_response_id: previous } = members;
  const valueOf = ({ start, end }: Span): unknown => JSON.parse(text.slice(start, end));
  const own = asAsciiJson(view.idOf(isText(text, id) ? String(valueOf(id)) : idFor(view)));
  const changes: [Span, string][] = [[id, id.start === id.end ? `"id":${own},` : own]];
  if (model) changes.push([model, asAsciiJson(view.model)]);
  const said = previous && valueOf(previous);
  const previousId = previous && view.previousIdOf(typeof said === 'string' ? said : null);
  if (previous && typeof previousId === 'string') changes.push([previous, asAsciiJson(previousId)]);
  let out = '';
  let at = from;
  for (const [{ start, end }, value] of changes.sort(([one], [other]) => one.start - other.start)) {
    out += text.slice(at, start) + value;
    at = end;
  }
  return out + text.slice(at, to);
}

/** For a vendor that gives its response no id: the same in all events of one. */
const made = new WeakMap<PassedResponseView, string>();

function idFor(view: PassedResponseView): string {
  const id = made.get(view) ?? `resp_${randomUUID()}`;
  made.set(view, id);
  return id;
}

/** Some servers write the names that chats have. */
function usageIn(counts: unknown): Usage | undefined {
  return readResponsesUsage(counts) ?? readAnyUsage(counts);
}

function noneAt(place: number): Span {
  return { nameStart: place, start: place, end: place };
}

function isText(text: string, { start, end }: Span): boolean {
  return end > start && text.charCodeAt(start) === JSON_CODE.quote;
}

function isPresent(text: string, span: Span | undefined): span is Span {
  return span !== undefined && text.charCodeAt(span.start) !== JSON_CODE.firstOfNull;
}
