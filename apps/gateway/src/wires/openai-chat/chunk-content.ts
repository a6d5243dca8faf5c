/** Some vendors write the reason that they do not have yet as an empty text. */
export function isFinishReason(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Whether a chunk's choices answer the question; a role or an empty text does not. */
export function answersSomething(choices: unknown): boolean {
  if (!Array.isArray(choices)) return false;
  return choices.some((choice: { delta?: Record<string, unknown> | null; finish_reason?: unknown } | null) => {
    if (isFinishReason(choice?.finish_reason)) return true;
    return Object.entries(choice?.delta ?? {}).some(
      ([member, value]) =>
        member !== 'role' && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    );
  });
}
