/** An event of a stream. Its name stands on a line of its own as well, because Anthropic's clients go by that. */
export function streamEvent(data: { readonly type: string; readonly [member: string]: unknown }): string {
  return `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
}
