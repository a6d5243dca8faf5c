import { nearestName } from '@showrunner/errors/nearest-name';
import { OperatorError, type Runtime } from '@showrunner/stack';

/** @throws {OperatorError} for a name that is no service, with the one that was probably meant. */
export function refuseUnknown({ serviceNames }: Pick<Runtime, 'serviceNames'>, names: readonly string[]): void {
  const unknown = names.find((name) => !serviceNames.includes(name));
  if (unknown === undefined) return;
  const meant = nearestName(unknown, serviceNames);
  throw new OperatorError({
    what: `There is no service "${unknown}"${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    fix: `services are: ${serviceNames.join(', ')}`,
  });
}
