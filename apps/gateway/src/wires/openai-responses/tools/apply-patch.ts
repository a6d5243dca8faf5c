import { asObject, parseJson } from '@showrunner/providers';
import { closedSchema, textIn, toldMembers, type TranslatedTool } from './translated-tool.ts';

const KINDS: readonly unknown[] = ['create_file', 'update_file', 'delete_file'];
const MEMBERS = ['type', 'path', 'diff'] as const;

/** Changes of files on the caller's machine (OpenAI's guide "Apply patch", 2026-11). */
export const applyPatch: TranslatedTool = {
  type: 'apply_patch',
  callType: 'apply_patch_call',
  outputType: 'apply_patch_call_output',
  isRunByCaller: () => true,
  functionOf: () => ({
    name: 'apply_patch',
    description:
      'Creates, changes or deletes one file. A diff has no line numbers: lines that stay begin with a blank, those that go with "-", new ones with "+"; "@@" and a line of the file, such as the head of a function, say where a part belongs. Of a new file every line begins with "+".',
    parameters: closedSchema(
      {
        type: { type: 'string', enum: KINDS },
        path: { type: 'string', description: 'The file, seen from the root of the project.' },
        diff: { type: 'string', description: 'What changes; a file that is deleted has none.' },
      },
      ['diff'],
    ),
  }),
  read(callArguments) {
    const asked = asObject(parseJson(callArguments));
    const [type, path, diff] = [asked?.type, textIn(asked?.path), textIn(asked?.diff)];
    const isDeletion = type === 'delete_file';
    const operation = {
      type: KINDS.includes(type) ? type : 'update_file',
      path: path ?? '',
      ...(!isDeletion && { diff: diff ?? '' }),
    };
    const isWhole = KINDS.includes(type) && path !== undefined && (isDeletion || diff !== undefined);
    return { members: { operation }, isWhole };
  },
  argumentsOf: ({ operation }) => toldMembers(operation, MEMBERS),
  resultOf: ({ status, output }) => JSON.stringify(toldMembers({ status, output }, ['status', 'output'])),
};
