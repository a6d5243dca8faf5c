import { routes } from '@showrunner/contract';
import { ErrorTypes } from '@showrunner/errors';
import { nearestName } from '@showrunner/errors/nearest-name';
import type { FastifyRequest } from 'fastify';

/** How every path begins: `jobs`, `brand-voices`. */
const beginnings = [...new Set(Object.values(routes).map(({ path }) => path.split('/')[1] ?? ''))];

/** Fewer letters are a part of too much. */
const SHORTEST_PART = 3;

/** Enough to see what was asked for. */
const LONGEST_SHOWN = 200;

/** What is said of a path that nothing serves: what was probably meant, and where all that is served is listed. */
export function unknownPath({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): Error {
  const path = url.split('?', 1)[0] ?? '/';
  const meant = nearestBeginning(path.split('/')[1] ?? '');
  const hint = meant === undefined ? '' : ` Did you mean /${meant}?`;
  return ErrorTypes.NOT_FOUND(
    `There is no ${method} ${path.slice(0, LONGEST_SHOWN)} here.${hint} What there is stands in /docs and /openapi.json.`,
  );
}

/** Nothing where the path begins as one that is served, or as none that is near. */
function nearestBeginning(asked: string): string | undefined {
  if (asked === '' || beginnings.includes(asked)) return undefined;
  const word = asked.toLowerCase();
  const isPart = (known: string): boolean => known.includes(word) || word.includes(known);
  return (word.length < SHORTEST_PART ? undefined : beginnings.find(isPart)) ?? nearestName(word, beginnings);
}
