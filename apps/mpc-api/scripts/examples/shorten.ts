/** Of an event's data, so that all of a stream can be seen at once. */
const DATA_CHARACTERS = 240;
const LINES = 12;
const ITEMS = 2;

/**
 * What is long without end is shown by its beginning: a list by its first items, a stream by the first event of each
 * name, metrics by the first lines that are the API's own.
 */
export function shortened(mediaType: string, content: unknown): unknown {
  if (typeof content !== 'string') return withFewItems(content);
  if (mediaType === 'text/event-stream') return firstOfEachName(content);
  return content.startsWith('# HELP') ? ownFigures(content) : content;
}

function withFewItems(content: unknown): unknown {
  const { data } = content as { readonly data?: unknown };
  return Array.isArray(data) ? { ...(content as object), data: data.slice(0, ITEMS) } : content;
}

function firstOfEachName(stream: string): string {
  const seen = new Set<string>();
  const blocks = stream.split('\n\n').filter((block) => {
    const name = /^event: (\w+)$/m.exec(block)?.[1] ?? block;
    return seen.size < seen.add(name).size;
  });
  return blocks.map((block) => block.split('\n').map(shortLine).join('\n')).join('\n\n');
}

function shortLine(line: string): string {
  return line.length > DATA_CHARACTERS ? `${line.slice(0, DATA_CHARACTERS)}…` : line;
}

/** Without those of the process, which are never the same twice. */
function ownFigures(metrics: string): string {
  return metrics
    .split('\n')
    .filter((line) => /^(# (HELP|TYPE) )?mpc_/.test(line) && !/seconds/.test(line))
    .slice(0, LINES)
    .join('\n');
}
