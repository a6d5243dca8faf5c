// npm run bench:jobs -- throughput|many|one-file …: README.md of this folder.
const [bench = 'throughput'] = process.argv.slice(2);
if (bench === 'many') await import('./many.ts');
else if (bench === 'one-file') await import('./one-file.ts');
else await import('./throughput.ts');
