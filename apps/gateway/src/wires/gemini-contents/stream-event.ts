/** An event of a stream: an answer in part. Nothing but the connection's end ends it. */
export function streamEvent(part: object): string {
  return `data: ${JSON.stringify(part)}\n\n`;
}
