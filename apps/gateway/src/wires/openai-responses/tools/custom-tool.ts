import { isMapping } from '../../../json/mapping.ts';
import { INPUT_MEMBER, inputText } from './input-text.ts';
import { closedSchema, textIn, type TranslatedTool } from './translated-tool.ts';

/** A tool that takes a text, freely or by a grammar (OpenAI's guide "Function calling", "Custom tools", 2026-11). */
export const customTool: TranslatedTool = {
  type: 'custom',
  callType: 'custom_tool_call',
  outputType: 'custom_tool_call_output',
  isRunByCaller: () => true,
  functionOf: ({ name, description, format }) => {
    const described = [textIn(description) ?? '', grammarOf(format)].filter((text) => text !== '').join('\n\n');
    const input = { type: 'string', description: 'All that the tool is to get, as it is: not JSON, not in quotes.' };
    return {
      name: name ?? '',
      ...(described !== '' && { description: described }),
      parameters: closedSchema({ [INPUT_MEMBER]: input }),
    };
  },
  read: (callArguments) => ({ members: { input: inputText(callArguments) }, isWhole: true }),
  argumentsOf: ({ input }) => ({ [INPUT_MEMBER]: textIn(input) ?? '' }),
  resultOf: ({ output }) => output,
};

/** A model for chat cannot be held to a grammar, but it can follow one. */
function grammarOf(format: unknown): string {
  if (!isMapping(format) || typeof format.definition !== 'string') return '';
  return `The input follows this ${textIn(format.syntax) ?? 'grammar'} ${format.syntax === 'regex' ? 'pattern' : 'grammar'}:\n${format.definition}`;
}
