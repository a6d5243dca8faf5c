import { asObject, parseJson } from '@showrunner/providers';
import { isMapping } from '../../../json/mapping.ts';
import { closedSchema, countIn, textIn, textsIn, toldMembers, type TranslatedTool } from './translated-tool.ts';

const MEMBERS = ['command', 'working_directory', 'timeout_ms', 'env', 'user'] as const;

/** One command at a time on the caller's machine (OpenAI's guide "Local shell", 2026-11), as Codex runs it. */
export const localShell: TranslatedTool = {
  type: 'local_shell',
  callType: 'local_shell_call',
  outputType: 'local_shell_call_output',
  isRunByCaller: () => true,
  functionOf: () => ({
    name: 'local_shell',
    description: 'Runs a command on the local machine and returns what it printed.',
    parameters: closedSchema(
      {
        command: {
          type: 'array',
          items: { type: 'string' },
          description: 'The program and its arguments, for example ["bash", "-lc", "ls -la"].',
        },
        working_directory: { type: 'string', description: 'Where it runs.' },
        timeout_ms: { type: 'integer', description: 'After how many milliseconds it is ended.' },
      },
      ['working_directory', 'timeout_ms'],
    ),
  }),
  read(callArguments) {
    const asked = asObject(parseJson(callArguments));
    const command = commandIn(asked?.command);
    const action = {
      type: 'exec',
      command: command ?? [],
      env: isMapping(asked?.env) ? asked.env : {},
      timeout_ms: countIn(asked?.timeout_ms) ?? null,
      user: textIn(asked?.user) ?? null,
      working_directory: textIn(asked?.working_directory) ?? null,
    };
    return { members: { action }, isWhole: command !== undefined };
  },
  argumentsOf: ({ action }) => toldMembers(action, MEMBERS),
  resultOf: ({ output }) => output,
};

/** Models write a line for a shell as well. */
function commandIn(value: unknown): string[] | undefined {
  if (typeof value === 'string' && value.trim() !== '') return ['bash', '-lc', value];
  const words = textsIn(value);
  return words && words.length > 0 ? words : undefined;
}
