/** What a run of a flow is made with; two runs differ in `run` alone. */
export interface Run {
  readonly server: string;
  readonly key: string;
  readonly topic: string;
  readonly seconds: number;
  /** As the program names the execution. */
  readonly run: string;
}

/** A request of a flow as its program sends it. */
export interface SentRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds after which the program gives up. */
  readonly timeoutMs: number;
}

/** The text with what stands between double braces replaced. */
export function filled(text: string, value: (expression: string) => unknown): string {
  return text.replaceAll(/\{\{(.*?)\}\}/g, (_, expression: string) => String(value(expression.trim())));
}
