import type { Caller } from '@showrunner/access';
import { invalidInput, successResponse } from '@showrunner/errors';
import { readInput } from '@showrunner/recipes';
import type { RoutePorts } from '@showrunner/service';
import type { Admission } from '../admit/admit.ts';

/** What all routes of the content API have in common: its keys, its envelope, its words for a query that is not right. */
export function routePorts(admission: Admission): RoutePorts<Caller> {
  return {
    permit: (request, scope, reply) => admission.admit(request, scope, reply),
    readQuery(schema, query) {
      const read = readInput({ input: schema }, query);
      if (read.kind !== 'read') throw invalidInput(read.issues);
      return read.input;
    },
    envelope: ({ data, message, meta = {} }) => successResponse(data, message, meta),
  };
}
