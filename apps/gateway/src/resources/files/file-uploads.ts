import type { Caller } from '@showrunner/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FormField, VendorShelf } from '@showrunner/providers';
import type { UploadedForm } from '../../exchange/asked/uploaded-form.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isOwnParameter } from '../../litellm/own-names.ts';
import type { Mapping } from '../../json/mapping.ts';
import { modelRefusal } from '../../admit/caller-refusal.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Gateway } from '../../serving/gateway.ts';
import type { Keeper, KeeperHints } from '../at-vendors/keeper.ts';
import { HINTS, readHints, withoutHints } from '../at-vendors/read-hints.ts';
import { refuseUnguarded } from '../at-vendors/refuse-unguarded.ts';
import type { VendorDesk } from '../at-vendors/vendor-desk.ts';
import { BatchLines } from './batch-lines.ts';
import { fileToKeep } from './file-to-keep.ts';

/** Reads a form until it is known whom to ask; whoever takes it closes it. */
export type ReadUpload = (
  request: FastifyRequest,
  known: { readonly isKnown: boolean; readonly tellingFields: readonly string[] },
) => Promise<UploadedForm & { close(): Promise<void> }>;

/** Takes files in, and on to the vendor for whom they are. */
export class FileUploads {
  readonly #desk: VendorDesk;
  readonly #read: ReadUpload;

  readonly #gateway: Pick<Gateway, 'current' | 'kept'>;

  constructor(gateway: Pick<Gateway, 'current' | 'kept'>, desk: VendorDesk, read: ReadUpload) {
    this.#gateway = gateway;
    this.#desk = desk;
    this.#read = read;
  }

  /** Throws a 403 for a model that the caller may not ask: its requests would go out under another's grant. */
  #refuseModel({ model }: KeeperHints, caller: Caller): void {
    if (model === undefined || !(caller instanceof VirtualKey)) return;
    if (!this.#gateway.current.admission.mayAsk(caller, model)) throw modelRefusal(model, 'key');
  }

  /** Hands the file to a vendor whose wire for files is its own. */
  async #keep(
    form: UploadedForm,
    how: { readonly shelf: VendorShelf; readonly purpose: string },
    keeper: Keeper,
    { caller, reply }: { readonly caller: Caller; readonly reply: FastifyReply },
  ): Promise<Mapping> {
    const { file, upload } = await fileToKeep(form, how, keeper);
    const question = { method: 'POST', path: '/files', own: () => how.shelf.createFile(file, keeper), upload } as const;
    return this.#desk.shown(this.#desk.file, await this.#desk.ask(keeper, question, reply), keeper, caller);
  }

  /** The file as its owner gets it. Rejects with a 400 that names what is missing, and with what the vendor says. */
  async upload(request: FastifyRequest, caller: Caller, reply: FastifyReply): Promise<Mapping> {
    const { file, keeper } = await this.#handOn(request, caller, reply);
    const model = this.#gateway.current.router.deployment(keeper.id)?.group;
    this.#gateway.kept.tallies.fileMade(
      { caller, model, provider: keeper.vendor.name },
      { purpose: file.purpose, bytes: file.bytes },
    );
    return file;
  }

  async #handOn(
    request: FastifyRequest,
    caller: Caller,
    reply: FastifyReply,
  ): Promise<{ readonly file: Mapping; readonly keeper: Keeper }> {
    const early = readHints(request);
    const isKnown = early.model !== undefined || early.provider !== undefined;
    const form = await this.#read(request, { isKnown, tellingFields: HINTS });
    try {
      const fields: Mapping = Object.fromEntries(form.fields);
      const hints = readHints(request, fields);
      const mayBeBatch = fields.purpose === undefined || fields.purpose === 'batch';
      if (mayBeBatch) refuseUnguarded(this.#gateway.current.guards, caller, hints.model);
      this.#refuseModel(hints, caller);
      const keeper = this.#desk.keeperFor(hints);
      if (form.digest !== undefined && fields.purpose === undefined) throw badRequest('purpose is missing', 'purpose');
      const { shelf } = keeper.vendor.files ?? {};
      if (shelf) {
        const how = { shelf, purpose: purposeOf(fields) };
        return { file: await this.#keep(form, how, keeper, { caller, reply }), keeper };
      }
      const { contentType, body } = form.outgoing({ fields: [], onward, rewriteFile: linesOf(keeper, fields) });
      const query = withoutHints(request.url);
      const question = { method: 'POST', path: '/files', query, body, contentType, own: () => undefined } as const;
      const file = await this.#desk.ask(keeper, question, reply);
      return { file: await this.#desk.shown(this.#desk.file, file, keeper, caller), keeper };
    } finally {
      await form.close();
    }
  }
}

/** Lines of batches are asked of a model by the vendor's own name, where the caller named one of this gateway's. */
function linesOf({ model }: Keeper, { purpose }: Mapping): (() => BatchLines) | undefined {
  const mayBeBatch = purpose === undefined || purpose === 'batch';
  return model !== undefined && mayBeBatch ? () => new BatchLines(model) : undefined;
}

function purposeOf({ purpose }: Mapping): string {
  return typeof purpose === 'string' ? purpose : '';
}

/** What is LiteLLM's own is not sent. */
function onward(field: FormField): FormField | undefined {
  const [name] = field;
  const [base = name] = name.split('[', 1);
  return HINTS.some((hint) => hint === name) || isOwnParameter(base) ? undefined : field;
}
