/** Anthropic takes letters, digits, `_` and `-`; other vendors' ids hold dots and colons. The same id stays the same. */
export function anthropicToolUseId(id: string): string {
  return id.replaceAll(/[^\w-]/g, '_');
}
