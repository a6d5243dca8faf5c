import type { ChatRequest, ContentsRequest, FunctionTool, JsonObject } from '@showrunner/providers';
import { badRequest } from '../../../failure/gateway-error.ts';
import { member, memberNames, objectIn, objectsIn, textIn } from '../member.ts';
import { lacking } from './lacking.ts';
import { jsonSchemaOf } from './json-schema.ts';

type ToolMembers = Pick<ChatRequest, 'tools' | 'tool_choice'> & { web_search_options?: JsonObject };

/** Google's search; OpenAI's search models have it as a member of the request, as for Anthropic's. */
const SEARCHES = new Set(['googleSearch', 'googleSearchRetrieval']);

/** Tools and their choice in chat's words. Throws a 400 for one that runs at Google itself. */
export function chatTools(request: ContentsRequest): ToolMembers {
  const declared = objectsIn(request, 'tools').flatMap((tool, index) => functionsOf(tool, `tools[${index}]`));
  const searches = objectsIn(request, 'tools').some((tool) => memberNames(tool).some((name) => SEARCHES.has(name)));
  const config = objectIn(objectIn(request, 'toolConfig'), 'functionCallingConfig');
  const allowed = allowedNames(config);
  const tools = declared.filter(({ function: { name } }) => !allowed || allowed.has(name));
  return {
    ...(searches && { web_search_options: {} }),
    ...(tools.length > 0 && { tools, ...toolChoice(config, tools) }),
  };
}

function functionsOf(tool: JsonObject, at: string): FunctionTool[] {
  for (const name of memberNames(tool)) {
    if (name !== 'functionDeclarations' && !SEARCHES.has(name)) {
      throw lacking(`${at}.${name}`, 'it runs at Google; describe what is to be done as a function');
    }
  }
  return objectsIn(tool, 'functionDeclarations').map((one, index) =>
    functionTool(one, `${at}.functionDeclarations[${index}]`),
  );
}

function functionTool(declaration: JsonObject, at: string): FunctionTool {
  const name = textIn(declaration, 'name') ?? '';
  if (name === '') throw badRequest(`${at}.name is required and must be text`, `${at}.name`);
  const description = textIn(declaration, 'description');
  const own = objectIn(declaration, 'parameters');
  const parameters = objectIn(declaration, 'parametersJsonSchema') ?? (own && jsonSchemaOf(own));
  return {
    type: 'function',
    function: { name, ...(description !== undefined && { description }), ...(parameters && { parameters }) },
  };
}

/** A choice among some of the tools; nothing where it is among all. */
function allowedNames(config: JsonObject | undefined): ReadonlySet<unknown> | undefined {
  const names = member(config, 'allowedFunctionNames');
  return Array.isArray(names) && names.length > 0 ? new Set(names) : undefined;
}

function toolChoice(config: JsonObject | undefined, tools: readonly FunctionTool[]): ToolMembers {
  const [only, ...others] = tools;
  switch (textIn(config, 'mode')?.toUpperCase()) {
    case undefined:
    case 'MODE_UNSPECIFIED':
      return {};
    case 'AUTO':
    case 'VALIDATED':
      return { tool_choice: 'auto' };
    case 'NONE':
      return { tool_choice: 'none' };
    case 'ANY':
      if (only && others.length === 0 && allowedNames(config)) {
        return { tool_choice: { type: 'function', function: { name: only.function.name } } };
      }
      return { tool_choice: 'required' };
    default:
      throw badRequest(
        'toolConfig.functionCallingConfig.mode must be one of AUTO, ANY, NONE, VALIDATED',
        'toolConfig.functionCallingConfig.mode',
      );
  }
}
