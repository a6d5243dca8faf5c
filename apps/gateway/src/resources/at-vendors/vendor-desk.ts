import type { Caller } from '@showrunner/access';
import type { FastifyReply } from 'fastify';
import { Lifetime } from '../../exchange/time/lifetime.ts';
import type { AnswerReceiver, OutgoingRequest } from '../../exchange/transports.ts';
import { ProviderError, type Errand, type FileReading, type VendorShelf } from '@showrunner/providers';
import { parseMapping, type Mapping } from '../../json/mapping.ts';
import type { Gateway } from '../../serving/gateway.ts';
import type { SealedIds } from '../../stored/sealed-ids.ts';
import { badRequest, type GatewayError } from '../../failure/gateway-error.ts';
import { addressAt, keeperById, keeperFor, noSuchThing, standingOf, type Keeper, type KeeperHints } from './keeper.ts';
import { authorised, runErrand, type ErrandUpload, type ErrandWays } from './run-errand.ts';

/** Where a thing lies, and under which id. */
export interface Place {
  readonly keeper: Keeper;
  readonly vendorId: string;
}

/** What is asked of a vendor. */
export interface Question extends Pick<OutgoingRequest, 'method'> {
  /** OpenAI's, behind the version. */
  readonly path: string;
  readonly query?: URLSearchParams;
  readonly body?: OutgoingRequest['body'];
  readonly contentType?: string;
  /** The same of a vendor whose files and batches are not OpenAI's; nothing where it has no such thing. */
  readonly own: (shelf: VendorShelf, keeper: Keeper) => Errand | undefined;
  /** What an errand may send. */
  readonly upload?: ErrandUpload;
}

/** A file that is read. */
export interface ContentQuestion {
  /** The vendor's. */
  readonly fileId: string;
  readonly query?: URLSearchParams;
}

/** One kind of thing. */
export interface ThingKind {
  readonly kind: 'file' | 'batch';
  readonly noun: 'File' | 'Batch';
  readonly ids: SealedIds;
}

/** Asks vendors for files and batches, as whom they belong to, and tells their owners of them under ids of ours. */
export class VendorDesk {
  readonly #gateway: Gateway;
  readonly file: ThingKind;
  readonly batch: ThingKind;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
    this.file = { kind: 'file', noun: 'File', ids: gateway.kept.files };
    this.batch = { kind: 'batch', noun: 'Batch', ids: gateway.kept.batches };
  }

  /** Where new things go. Throws a 400 where nobody takes them. */
  keeperFor(hints: KeeperHints): Keeper {
    return keeperFor(hints, this.#gateway.current);
  }

  /**
   * Where a caller's thing lies. Throws a 404 for what is somebody else's, and for ids that were not given out here; those
   * an administrator may name, and who `allow_unmanaged_response_ids` lets.
   */
  find({ ids, noun }: ThingKind, id: string, caller: Caller, hints: KeeperHints): Place {
    const { current } = this.#gateway;
    const sealed = ids.open(id);
    const standing = standingOf(sealed, caller, current.config.access.allowsUnmanagedResponses);
    if (standing === 'unmanaged') return { keeper: keeperFor(hints, current), vendorId: id };
    const keeper = sealed && standing === 'theirs' ? keeperById(sealed.deploymentId, current) : undefined;
    if (!sealed || !keeper) throw noSuchThing(noun, id);
    return { keeper, vendorId: sealed.vendorId };
  }

  /** A thing of a vendor's as its owner gets it, written down for the lists. */
  async shown(
    { kind, ids }: ThingKind,
    object: Mapping,
    keeper: Keeper,
    { workspace: owner }: Caller,
  ): Promise<Mapping> {
    const idOf = (sealing: SealedIds, vendorId: unknown): unknown =>
      typeof vendorId === 'string' && vendorId !== ''
        ? sealing.seal({ owner, deploymentId: keeper.id, vendorId })
        : vendorId;
    const files = Object.fromEntries(
      FILE_MEMBERS.flatMap((name) => (name in object ? [[name, idOf(this.file.ids, object[name])] as const] : [])),
    );
    const id = String(idOf(ids, object.id));
    const shown = { ...object, ...(kind === 'batch' && files), id };
    await this.#gateway.kept.vendorThings
      .keep({ id, kind, owner, deploymentId: keeper.id, object: shown })
      .catch((error: unknown) =>
        this.#gateway.logger.warn({ error: String(error) }, 'an id of a vendor is not written down'),
      );
    return shown;
  }

  /** The vendor's answer, which is an object. Rejects with what it says against it. */
  ask(keeper: Keeper, question: Question, reply: FastifyReply): Promise<Mapping> {
    const { transports } = this.#gateway.current;
    return this.#within(reply, (lifetime) => askKeeper(keeper, question, { transports, lifetime }));
  }

  /** A file as it comes. */
  stream(keeper: Keeper, question: ContentQuestion, reply: FastifyReply, receiver: AnswerReceiver): Promise<void> {
    const { transports } = this.#gateway.current;
    return this.#within(reply, (lifetime) => streamFile(keeper, question, { transports, lifetime }, receiver));
  }

  async #within<Result>(reply: FastifyReply, work: (lifetime: Lifetime) => Promise<Result>): Promise<Result> {
    const { current, underWay } = this.#gateway;
    const lifetime = new Lifetime(current.timeoutSeconds);
    underWay.add(lifetime);
    reply.raw.once('close', () => lifetime.clientLeft());
    try {
      return await work(lifetime);
    } catch (error) {
      throw ProviderError.isInstance(error) && lifetime.end ? lifetime.end : error;
    } finally {
      underWay.remove(lifetime);
    }
  }
}

/** Members of a batch that are ids of files. */
const FILE_MEMBERS = ['input_file_id', 'output_file_id', 'error_file_id'];

/** Asks a vendor about something of its own, in OpenAI's way or in the vendor's. Rejects with what it says against it. */
export async function askKeeper(keeper: Keeper, question: Question, ways: ErrandWays): Promise<Mapping> {
  const { shelf } = keeper.vendor.files ?? {};
  if (shelf) {
    const errand = question.own(shelf, keeper);
    if (!errand) throw notThere(keeper);
    return runErrand(errand, keeper, ways, question.upload);
  }
  const { transports, lifetime } = ways;
  return transports.ask(lifetime, outgoing(keeper, question), keeper.vendor, ({ status, headers, body }) => {
    const object = parseMapping(body.toString());
    if (!object) throw keeper.vendor.decodeError(status, headers, body);
    return object;
  });
}

/** Where and as what a keeper's file is read. */
export function readingOf(keeper: Keeper, fileId: string): FileReading | undefined {
  return keeper.vendor.files?.shelf?.readFile(fileId, keeper);
}

/** Reads a file at its vendor, while it comes. */
export async function streamFile(
  keeper: Keeper,
  { fileId, query }: ContentQuestion,
  { transports, lifetime }: ErrandWays,
  receiver: AnswerReceiver,
): Promise<void> {
  const reading = readingOf(keeper, fileId);
  const request = reading
    ? await authorised(reading.request, keeper, lifetime)
    : outgoing(keeper, {
        method: 'GET',
        path: `/files/${encodeURIComponent(fileId)}/content`,
        ...(query && { query }),
      });
  await transports.stream(lifetime, request, keeper.vendor, receiver);
}

function notThere({ vendor: { title } }: Keeper): GatewayError {
  return badRequest(
    `${title} makes no batches of files; send its own form of a batch to its pass-through path, or name a vendor that does`,
    'custom_llm_provider',
  );
}

/** What is asked in OpenAI's way, as it is sent. */
function outgoing(
  keeper: Keeper,
  { method, path, query, body = '', contentType }: Omit<Question, 'own'>,
): OutgoingRequest {
  const { url, headers } = addressAt(keeper, path, query ?? new URLSearchParams());
  return {
    method,
    url,
    headers: { ...headers, ...(contentType !== undefined && { 'content-type': contentType }) },
    body,
  };
}
