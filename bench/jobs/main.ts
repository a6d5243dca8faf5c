// npm run bench:jobs -- throughput|many …: README.md of this folder.
const [bench = 'throughput'] = process.argv.slice(2);
await(bench === 'many' ? import('./many.ts') : import('./throughput.ts'));
