/** Writes the events of one streamed response, numbered from 0 in the order in which they go out. */
export class EventLog {
  #next = 0;

  event(type: string, members: object): string {
    const data = JSON.stringify({ type, sequence_number: this.#next++, ...members });
    return `event: ${type}\ndata: ${data}\n\n`;
  }
}
