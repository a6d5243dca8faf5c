/** One line that a service wrote. */
export interface LogLine {
  readonly service: string;
  /** When it was read, ISO 8601 in UTC, so that lines sort as text. */
  readonly time: string;
  /** `supervisor`: what was done to the service, told among its own lines. */
  readonly stream: 'stdout' | 'stderr' | 'supervisor';
  readonly text: string;
}

const letters = { stdout: 'o', stderr: 'e', supervisor: 's' } as const;
const streams = { o: 'stdout', e: 'stderr', s: 'supervisor' } as const;
const STORED_LINE = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([oes]) (.*)$/s;

/** How a line stands in its file: time, one letter for the stream, the text as it was written. */
export function storeLine({ time, stream, text }: Omit<LogLine, 'service'>): string {
  return `${time} ${letters[stream]} ${text}\n`;
}

/** Reads a stored line back; a line that was torn by a crash is undefined. */
export function readStoredLine(service: string, stored: string): LogLine | undefined {
  const [, time, letter, text] = STORED_LINE.exec(stored) ?? [];
  if (time === undefined || text === undefined) return undefined;
  return { service, time, stream: streams[letter as keyof typeof streams], text };
}
