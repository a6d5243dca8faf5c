/** Whether a chunk's choices answer the question; a role or an empty text does not. */
export function answersSomething(choices: unknown): boolean {
  if (!Array.isArray(choices)) return false;
  return choices.some((choice: { delta?: Record<string, unknown> | null; finish_reason?: unknown } | null) => {
    if (choice?.finish_reason !== undefined && choice.finish_reason !== null) return true;
    return Object.entries(choice?.delta ?? {}).some(
      ([member, value]) =>
        member !== 'role' && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    );
  });
}
