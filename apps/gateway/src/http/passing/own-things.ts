import type { Caller } from '@showrunner/access';
import { databaseAway } from '../../failure/database-away.ts';
import { parseMapping } from '../../json/mapping.ts';
import {
  askedThings,
  listOfOthers,
  namesAnything,
  noSuchThing,
  passedThingId,
  type AskedThings,
} from '../../passing/owned-things.ts';
import type { Destination } from '../../passing/passage.ts';
import type { Gateway } from '../../serving/gateway.ts';

/** A request that goes through, and who sends it. */
export interface PassingRequest {
  readonly caller: Caller;
  readonly destination: Destination;
  readonly head: { readonly method: string; readonly url: string };
  /** Nothing where it goes on as it comes. */
  readonly body: Buffer | undefined;
}

/**
 * Files, batches and responses at a vendor belong to whom they were made for, whichever way leads there: the gateway's key
 * would show everybody's. Rejects with a 404 for what is not the caller's, with a 403 for lists of all, and with a 503 where
 * that cannot be looked up.
 */
export async function checkThings(gateway: Gateway, request: PassingRequest): Promise<AskedThings | undefined> {
  const { caller, destination, head, body } = request;
  const things = askedThings(destination, head, () => body && parseMapping(body.toString()));
  if (namesAnything(caller, gateway.current.config.access.allowsUnmanagedResponses)) return undefined;
  if (things.listsAll) throw listOfOthers();
  for (const id of things.ids) {
    const owner = await gateway.kept.vendorThings.ownerOf(passedThingId(destination, id)).catch((cause: unknown) => {
      throw databaseAway('what vendors keep', cause);
    });
    if (owner !== caller.workspace) throw noSuchThing(id);
  }
  return things;
}

/** Writes down whose a thing is that was just made. */
export async function keepThing(
  { kept, logger }: Gateway,
  { caller: { workspace: owner }, destination }: PassingRequest,
  id: string,
): Promise<void> {
  const thing = { id: passedThingId(destination, id), kind: 'passed', owner } as const;
  await kept.vendorThings
    .keep({ ...thing, deploymentId: destination.deployment.id, object: { id } })
    .catch((error: unknown) => logger.warn({ error: String(error) }, 'an id of a vendor is not written down'));
}
