import { LineSplitter } from '../logs/line-splitter.ts';
import { LogFile, logFilePath } from '../logs/log-file.ts';
import type { LogLine } from '../logs/log-line.ts';

/** How many of a service's last lines are told when it fails. */
const LAST_LINES = 20;

export interface ServiceOutputOptions {
  readonly service: string;
  readonly logFolder: string;
  /** Told every line, kept or not. */
  readonly onLines: (lines: readonly LogLine[]) => void;
}

/** What a service writes, and what is noted about it: kept in its log, told to who follows, the last of it remembered. */
export class ServiceOutput {
  readonly #service: string;
  readonly #log: LogFile;
  readonly #onLines: (lines: readonly LogLine[]) => void;
  #lastLines: readonly string[] = [];

  constructor({ service, logFolder, onLines }: ServiceOutputOptions) {
    this.#service = service;
    this.#log = new LogFile(logFilePath(logFolder, service));
    this.#onLines = onLines;
  }

  /** What its process of now, or its last one, wrote last. */
  get lastLines(): readonly string[] {
    return this.#lastLines;
  }

  /** A new process begins: what the one before said last is no longer why. */
  begin(): void {
    this.#lastLines = [];
  }

  /** Reads a pipe of the process to its end. */
  async record(pipe: AsyncIterable<Buffer>, stream: 'stdout' | 'stderr'): Promise<void> {
    const splitter = new LineSplitter();
    try {
      for await (const chunk of pipe) this.#write(splitter.push(chunk), stream);
    } catch {
      // The pipe broke with its writer; what came is kept.
    }
    this.#write(splitter.end(), stream);
  }

  /** Tells what was done to the service, among its own lines. */
  note(text: string): void {
    this.#append([text], 'supervisor');
  }

  close(): void {
    this.#log.close();
  }

  #write(texts: readonly string[], stream: 'stdout' | 'stderr'): void {
    this.#append(texts, stream);
    this.#lastLines = [...this.#lastLines, ...texts.slice(-LAST_LINES)].slice(-LAST_LINES);
  }

  #append(texts: readonly string[], stream: LogLine['stream']): void {
    if (texts.length === 0) return;
    const time = new Date().toISOString();
    const lines = texts.map((text) => ({ service: this.#service, time, stream, text }));
    this.#store(lines);
    this.#onLines(lines);
  }

  #store(lines: readonly LogLine[]): void {
    try {
      this.#log.append(lines);
    } catch {
      // A full disk costs log lines and not the service.
    }
  }
}
