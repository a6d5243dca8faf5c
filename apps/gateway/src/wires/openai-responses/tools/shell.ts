import { asObject, parseJson } from '@showrunner/providers';
import { isMapping } from '../../../json/mapping.ts';
import { closedSchema, countIn, textsIn, toldMembers, type TranslatedTool } from './translated-tool.ts';

const MEMBERS = ['commands', 'timeout_ms', 'max_output_length'] as const;

/** Commands in a shell of the caller's (OpenAI's guide "Shell", 2026-11); one in OpenAI's containers is another tool. */
export const shell: TranslatedTool = {
  type: 'shell',
  callType: 'shell_call',
  outputType: 'shell_call_output',
  isRunByCaller: ({ environment }) => !isMapping(environment) || environment.type === 'local',
  functionOf: () => ({
    name: 'shell',
    description: 'Runs commands in a shell, side by side, and returns what each printed and how it ended.',
    parameters: closedSchema(
      {
        commands: { type: 'array', items: { type: 'string' }, description: 'Lines for a shell.' },
        timeout_ms: { type: 'integer', description: 'After how many milliseconds they are ended.' },
        max_output_length: { type: 'integer', description: 'How many characters of the output are wanted.' },
      },
      ['timeout_ms', 'max_output_length'],
    ),
  }),
  read(callArguments) {
    const asked = asObject(parseJson(callArguments));
    const commands = typeof asked?.commands === 'string' ? [asked.commands] : textsIn(asked?.commands);
    const action = {
      commands: commands ?? [],
      timeout_ms: countIn(asked?.timeout_ms) ?? null,
      max_output_length: countIn(asked?.max_output_length) ?? null,
    };
    const isWhole = commands !== undefined && commands.length > 0;
    return { members: { action, environment: { type: 'local' } }, isWhole };
  },
  argumentsOf: ({ action }) => toldMembers(action, MEMBERS),
  resultOf: ({ output }) => (typeof output === 'string' ? output : JSON.stringify(output ?? [])),
};
