import { isFinishReason } from '@showrunner/providers';

/** What is read of a choice of a chunk: a chat has a `delta`, a text completion a `text`. */
interface ChunkChoice {
  readonly delta?: Record<string, unknown> | null;
  readonly text?: unknown;
  readonly finish_reason?: unknown;
}

/** Whether a chunk's choices answer the question; a role or an empty text does not. */
export function answersSomething(choices: unknown): boolean {
  if (!Array.isArray(choices)) return false;
  return choices.some((choice: ChunkChoice | null) => {
    if (isFinishReason(choice?.finish_reason) || isWritten(choice?.text)) return true;
    return Object.entries(choice?.delta ?? {}).some(
      ([member, value]) =>
        member !== 'role' && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    );
  });
}

function isWritten(text: unknown): boolean {
  return typeof text === 'string' && text !== '';
}
