/** A command of a terminal transcript with the lines that it prints. */
export interface TranscriptStep {
  readonly command: string;
  readonly output: readonly string[];
}

/** Reads a transcript: `$ ` begins a command, a `\` at its end goes on in the next line, what follows is its output. */
export function readTranscript(text: string): TranscriptStep[] {
  const steps: { command: string; output: string[] }[] = [];
  let continues = false;
  for (const line of text.split('\n')) {
    const step = steps.at(-1);
    if (continues && step) step.command += `\n${line}`;
    else if (line.startsWith('$ ')) steps.push({ command: line.slice(2), output: [] });
    else if (step) step.output.push(line);
    else throw new Error('A transcript begins with "$ " and a command.');
    continues = line.endsWith('\\');
  }
  return steps;
}

/**
 * Lines of a transcript that the command did not print. They must come in their order, other lines may lie between.
 * Figures, widths and colours may differ; `…` stands for anything, in a line or for lines.
 */
export function missingLines(shown: readonly string[], printed: string): string[] {
  const actual = printed.split('\n').map(comparable);
  let from = 0;
  return shown.filter((line) => {
    const wanted = comparable(line);
    if (wanted === '' || wanted === '…') return false;
    const pattern = new RegExp(
      `^${wanted
        .split('…')
        .map((part) => RegExp.escape(part))
        .join('.*')}$`,
    );
    const at = actual.findIndex((candidate, index) => index >= from && pattern.test(candidate));
    if (at === -1) return true;
    from = at + 1;
    return false;
  });
}

/** A line with every figure as 0 and every run of spaces as one. */
function comparable(line: string): string {
  return line
    .replaceAll(/\d+([.,:]\d+)*/g, '0')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
