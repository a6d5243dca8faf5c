#!/usr/bin/env node
// A program that answers as `docker` would, with what ANSWERS says for the first answer whose words all stand in the
// arguments: [{ "when": ["compose", "version"], "stdout": "5.6.0", "stderr": "", "exitCode": 0, "hangs": false }].
const answer = JSON.parse(process.env.ANSWERS).find(({ when }) => when.every((word) => process.argv.includes(word)));
process.stdout.write(answer?.stdout ?? '');
process.stderr.write(answer?.stderr ?? (answer ? '' : `no answer for ${process.argv.slice(2).join(' ')}\n`));
process.exitCode = answer ? (answer.exitCode ?? 0) : 9;
if (answer?.hangs) setTimeout(() => undefined, 60_000);
