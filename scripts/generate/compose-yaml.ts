// The little YAML that docker-compose.yml is written in.

/** Lines deeper by so many columns. */
export function block(columns: number, text: readonly string[]): string[] {
  return text.map((line) => `${' '.repeat(columns)}${line}`);
}

/** A remark as a comment; nothing where there is none. */
export function lines(remark: string | undefined): string[] {
  return remark === undefined ? [] : [`# ${remark}`];
}

/** A list on one line. */
export function flow(words: readonly string[]): string {
  return `[${words.map(scalar).join(', ')}]`;
}

/** Quoted where a list on one line would read something else in it. */
export function scalar(text: string): string {
  return /^[\w./-]+$/.test(text) && !/^\d+$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}
