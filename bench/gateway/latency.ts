// What the gateway adds to the time of a request at a steady 1,000 requests a second. README.md tells how.
import { parseArgs } from 'node:util';
import { startBesideFloor } from './measure/beside-floor.ts';
import { chatBody, CHAT_PATH, chatHeaders } from './load/chat-script.ts';
import { median } from './measure/median.ts';
import { sendSteadily } from './load/open-loop.ts';
import { KEY, PRODUCTION } from './servers/production-gateway.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '6' },
    rate: { type: 'string', default: '1000' },
  },
});
const rate = Number(values.rate);
const seconds = Number(values.seconds);
const WARM_UP_SECONDS = 5;

const servers = await startBesideFloor('instant-upstream.ts');
const { upstream, floor, gateway } = servers;

const request = { path: CHAT_PATH, headers: chatHeaders(KEY), body: chatBody({ model: 'gpt' }) };
const cases = [
  { name: 'upstream alone', url: upstream.url, rounds: new Array<readonly number[]>() },
  { name: 'floor', url: floor.url, rounds: new Array<readonly number[]>() },
  { name: 'gateway', url: gateway.url, rounds: new Array<readonly number[]>() },
];
for (const { url } of cases) await sendSteadily(url, request, { rate, seconds: WARM_UP_SECONDS });
for (let round = 0; round < Number(values.rounds); round++) {
  for (const { url, rounds } of cases) rounds.push(await sendSteadily(url, request, { rate, seconds }));
}
await servers.stop();

const percentile = (times: readonly number[], share: number): number => times[Math.floor(times.length * share)] ?? 0;
const [alone] = cases;
console.log(`${rate} requests/s, open loop, ${values.rounds} rounds of ${seconds} s, two cores shared with the load`);
console.log(`gateway with ${PRODUCTION}`);
console.log(`${'milliseconds'.padEnd(16)} ${'p50'.padStart(7)} ${'p99'.padStart(7)}   added: p50     p99`);
for (const { name, rounds } of cases) {
  const figures = [0.5, 0.99].map((share) => {
    const own = rounds.map((times) => percentile(times, share));
    const added = own.map((time, round) => time - percentile(alone?.rounds[round] ?? [], share));
    return { own: median(own), added: median(added) };
  });
  const show = (key: 'own' | 'added'): string => figures.map((figure) => figure[key].toFixed(2).padStart(7)).join(' ');
  console.log(`${name.padEnd(16)} ${show('own')}      ${name === alone?.name ? '' : show('added')}`);
}
