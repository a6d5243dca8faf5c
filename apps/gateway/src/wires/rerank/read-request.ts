import type { RerankRequest } from '@showrunner/providers';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping } from '../../json/mapping.ts';
import { isCount, isList, isText, isTrueOrFalse, type MemberCheck } from '../openai/member-checks.ts';
import { MemberRules } from '../openai/member-rules.ts';
import { readMembers } from '../openai/read-members.ts';

/** Far above what any vendor takes. */
const MOST = 1_000_000;

const isDocuments: MemberCheck = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' || isMapping(one))
    ? undefined
    : 'must be a list of texts or of objects, with at least one';

const rules = new MemberRules({
  query: isText,
  documents: isDocuments,
  top_n: isCount(1, MOST),
  rank_fields: isList,
  return_documents: isTrueOrFalse,
  max_chunks_per_doc: isCount(1, MOST),
  max_tokens_per_doc: isCount(1, MOST),
  instruction: isText,
});

/** Reads a request for reranking. Throws a 400 that names the member. */
export function readRerankRequest(body: unknown): AskedRequest<RerankRequest> {
  const { request, controls } = readMembers(body, rules);
  for (const member of ['query', 'documents']) {
    if (request[member] === undefined || request[member] === null) throw badRequest(`${member} is required`, member);
  }
  return { request: request as RerankRequest, controls };
}
