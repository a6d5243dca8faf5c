/** A model of Bedrock's as a deployment names it, taken apart. */
export interface BedrockModel {
  /** What stands in the address: an id of a model or of an inference profile, or an ARN. */
  readonly id: string;
  /** The region that the name says; nothing where it says none. */
  readonly region: string | undefined;
}

/** LiteLLM's ways to call a model, written before its id; Claude is called by Anthropic's own wire here, whichever is written. */
const ROUTE = /^(invoke|converse|converse_like|messages)\//;
const REGION = /^((?:[a-z]{2,}-)+[a-z]+-\d)\//;
const ARN = /^arn:aws[\w-]*:bedrock:([\w-]*):/;

/** `us-east-1/anthropic.claude-…`, `invoke/us.anthropic.claude-…`, `arn:aws:bedrock:us-east-1:…:inference-profile/…`. */
export function readBedrockModel(name: string): BedrockModel {
  const routed = name.replace(ROUTE, '');
  const region = REGION.exec(routed)?.[1];
  const id = region === undefined ? routed : routed.slice(region.length + 1);
  return { id, region: region ?? (ARN.exec(id)?.[1] || undefined) };
}

/** Whether it is Claude, as far as a name can tell: a profile of one's own says nothing. */
export function isClaudeOnBedrock(name: string): boolean {
  const { id } = readBedrockModel(name);
  return /(^|[./:])(anthropic\.)?claude/.test(id) || (ARN.test(id) && /inference-profile|provisioned-model/.test(id));
}

/** What is no model: agents, which LiteLLM reaches below the same prefix. */
export function refusedByBedrock(name: string): string | undefined {
  return /^(agent|agentcore|async_invoke)\//.test(name) ? 'agents of Bedrock are not served here' : undefined;
}
