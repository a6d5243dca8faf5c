import { OperatorError } from '@showrunner/stack';

/** What the demo asks for a video about. */
interface WantedVideo {
  readonly topic: string;
  readonly duration: number;
}

/**
 * Refuses what the content API would refuse, before a model is fetched for it and services are started.
 *
 * @throws {OperatorError} with what is allowed
 */
export async function refuseVideo({ topic, duration }: WantedVideo): Promise<void> {
  // The contract takes a third of a second to load, which only the demo has to spare.
  const { generateRoutes } = await import('@showrunner/contract');
  const read = generateRoutes.generateScript?.operation.input.safeParse({ prompt: topic, duration });
  const [issue] = read?.error?.issues ?? [];
  if (issue === undefined) return;
  const member = issue.path[0] === 'duration' ? '--duration' : 'the topic';
  const { allowed } = (issue.code === 'custom' ? (issue.params ?? {}) : {}) as { readonly allowed?: string };
  throw new OperatorError({
    what: `The demo cannot write this: ${member} ${lowerFirst(issue.message)}`,
    fix: allowed === undefined ? `give ${member} otherwise` : `give ${member} as ${allowed}`,
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
