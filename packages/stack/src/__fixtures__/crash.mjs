// Says why, and dies.
console.error('cannot read the configuration: line 7');
process.exitCode = Number(process.env.EXIT_CODE ?? 7);
