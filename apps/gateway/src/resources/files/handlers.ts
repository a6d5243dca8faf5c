import type { Caller } from '@showrunner/access';
import type { Errand, VendorShelf } from '@showrunner/providers';
import type { Handlers } from '@showrunner/service';
import { whereKept } from '../where-kept.ts';
import { listOf } from '../list-of.ts';
import { readHints, withoutHints } from '../at-vendors/read-hints.ts';
import type { VendorDesk } from '../at-vendors/vendor-desk.ts';
import type { Kept } from '../../serving/open-kept.ts';
import { sendContent } from './send-content.ts';
import type { FileUploads } from './file-uploads.ts';
import type { fileRoutes } from './routes.ts';

/** What of files is ours is told from here, all else is asked of the vendor that has the file. */
export function fileHandlers(
  desk: VendorDesk,
  uploads: FileUploads,
  { vendorThings: things, tallies }: Pick<Kept, 'vendorThings' | 'tallies'>,
): Handlers<typeof fileRoutes, Caller> {
  return {
    createFile: ({ request, caller, reply }) => uploads.upload(request, caller, reply),
    async listFiles({ query: { after, limit, order, purpose }, caller }) {
      const asked = { kind: 'file', owner: caller.workspace, after, limit, order, purpose } as const;
      const found = await whereKept(things.list(asked), 'files');
      return listOf(found ?? [], limit);
    },
    async getFile({ path: { id }, request, caller, reply }) {
      const { keeper, vendorId } = desk.find(desk.file, id, caller, readHints(request));
      const query = withoutHints(request.url);
      const file = await desk.ask(
        keeper,
        {
          method: 'GET',
          path: `/files/${encodeURIComponent(vendorId)}`,
          query,
          own: (shelf) => shelf.getFile(vendorId, keeper),
        },
        reply,
      );
      return desk.shown(desk.file, file, keeper, caller);
    },
    async deleteFile({ path: { id }, request, caller, reply }) {
      const { keeper, vendorId } = desk.find(desk.file, id, caller, readHints(request));
      const path = `/files/${encodeURIComponent(vendorId)}`;
      const query = withoutHints(request.url);
      const own = (shelf: VendorShelf): Errand => shelf.deleteFile(vendorId, keeper);
      const answer = await desk.ask(keeper, { method: 'DELETE', path, query, own }, reply);
      await whereKept(things.remove(id, caller.workspace), 'files');
      tallies.fileRemoved();
      return { ...answer, id };
    },
    async getFileContent({ path: { id }, request, caller, reply }) {
      const { keeper, vendorId } = desk.find(desk.file, id, caller, readHints(request));
      return sendContent(desk, keeper, { fileId: vendorId, query: withoutHints(request.url) }, reply);
    },
  };
}
