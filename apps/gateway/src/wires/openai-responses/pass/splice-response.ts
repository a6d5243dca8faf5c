import { readResponsesUsage, type Usage } from '@showrunner/providers';
import { JSON_CODE } from '../../../json/json-text.ts';
import { MemberFinder, type FoundMembers, type Span } from '../../../json/member-finder.ts';
import { asAsciiJson } from '../../../json/splice.ts';
import type { PassedResponseView } from '../../responses-wire.ts';

const MEMBERS = ['id', 'model', 'previous_response_id', 'usage', 'output', 'error'] as const;

type ResponseMembers = FoundMembers<(typeof MEMBERS)[number]>;

const responseMembers = new MemberFinder(MEMBERS);

/** A response within a text, UTF-8 read as latin1. */
export interface FoundResponse {
  readonly members: ResponseMembers & { readonly id: Span };
  /** Its own error; a response that failed has one. */
  readonly hasError: boolean;
  readonly usage: Usage | undefined;
}

/** Looks through the object from `from` to `to`; nothing where it is no response. */
export function findResponse(text: string, from = 0, to = text.length): FoundResponse | undefined {
  const members = responseMembers.find(text, from, to);
  const { id, usage, error } = members ?? {};
  if (!members || !id || text.charCodeAt(id.start) !== JSON_CODE.quote) return undefined;
  return {
    members: { ...members, id },
    hasError: isPresent(text, error),
    usage: isPresent(text, usage) ? readResponsesUsage(JSON.parse(text.slice(usage.start, usage.end))) : undefined,
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
  const changes: [Span, string][] = [[id, view.idOf(String(valueOf(id)))]];
  if (model) changes.push([model, view.model]);
  const said = previous && valueOf(previous);
  const previousId = previous && view.previousIdOf(typeof said === 'string' ? said : null);
  if (previous && typeof previousId === 'string') changes.push([previous, previousId]);
  let out = '';
  let at = from;
  for (const [{ start, end }, value] of changes.sort(([one], [other]) => one.start - other.start)) {
    out += text.slice(at, start) + asAsciiJson(value);
    at = end;
  }
  return out + text.slice(at, to);
}

function isPresent(text: string, span: Span | undefined): span is Span {
  return span !== undefined && text.charCodeAt(span.start) !== JSON_CODE.firstOfNull;
}
