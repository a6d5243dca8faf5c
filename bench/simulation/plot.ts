import { SECONDS, TROUBLE, type Scenario } from './scenarios.ts';
import type { Second } from './simulate.ts';

const WIDTH = 900;
const HEIGHT = 300;
const LEFT = 48;
const TOP = 40;
const INNER_WIDTH = WIDTH - LEFT - 16;
const INNER_HEIGHT = HEIGHT - TOP - 56;
/** Told apart by people who see no red and green, on white and on black (Okabe and Ito, 2008). */
const COLOURS = ['#0072b2', '#e69f00', '#009e73'];
const FAILED = '#d55e00';

/** Calls of each vendor by the second, one above the other; cooldowns as bars below, failed requests as a line. */
export function plot({ title, vendors }: Scenario, seconds: readonly Second[]): string {
  const most = Math.max(...seconds.map(({ calls, failed }) => Math.max(sum(calls), failed)), 1);
  const x = (second: number): number => round(LEFT + (second / SECONDS) * INNER_WIDTH);
  const y = (count: number): number => round(TOP + INNER_HEIGHT - (count / most) * INNER_HEIGHT);
  const areas = vendors.map((_, vendor) => area(seconds, vendor, x, y));
  const cooling = vendors.map((_, vendor) => coolingBars(seconds, vendor, x));
  const failed = seconds.map((second, index) => `${x(index + 0.5)},${y(second.failed)}`).join(' ');
  const names = vendors.map((_, vendor) => legend(vendor, `vendor ${vendor + 1}`, COLOURS[vendor] ?? ''));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12">
<title>${title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="${LEFT}" y="20" font-size="14" font-weight="600">${title}</text>
<rect x="${x(TROUBLE.from)}" y="${TOP}" width="${round(x(TROUBLE.until) - x(TROUBLE.from))}" height="${INNER_HEIGHT}" fill="#eee"/>
${areas.join('\n')}
<polyline points="${failed}" fill="none" stroke="${FAILED}" stroke-width="2"/>
${cooling.join('\n')}
<text x="${LEFT - 6}" y="${y(most) + 4}" text-anchor="end">${most}</text>
<text x="${LEFT - 6}" y="${y(0) + 4}" text-anchor="end">0</text>
<text x="14" y="${TOP + INNER_HEIGHT / 2}" transform="rotate(-90 14 ${TOP + INNER_HEIGHT / 2})" text-anchor="middle">calls a second</text>
${[0, 30, 60, 90, 120, 150, 180].map((second) => `<text x="${x(second)}" y="${TOP + INNER_HEIGHT + 30}" text-anchor="middle">${second} s</text>`).join('\n')}
${[...names, legend(vendors.length, 'requests that failed', FAILED)].join('\n')}
</svg>
`;
}

function area(
  seconds: readonly Second[],
  vendor: number,
  x: (second: number) => number,
  y: (count: number) => number,
): string {
  const below = (second: Second, vendors: number): number => sum(second.calls.slice(0, vendors));
  const top = seconds.map((second, index) => `${x(index + 0.5)},${y(below(second, vendor + 1))}`);
  const bottom = seconds.map((second, index) => `${x(index + 0.5)},${y(below(second, vendor))}`).toReversed();
  return `<polygon points="${[...top, ...bottom].join(' ')}" fill="${COLOURS[vendor]}" fill-opacity="0.8"/>`;
}

function coolingBars(seconds: readonly Second[], vendor: number, x: (second: number) => number): string {
  const top = TOP + INNER_HEIGHT + 3 + vendor * 4;
  return seconds
    .flatMap(({ cooling }, index) =>
      cooling[vendor]
        ? [
            `<rect x="${x(index)}" y="${top}" width="${round(INNER_WIDTH / SECONDS)}" height="3" fill="${COLOURS[vendor]}"/>`,
          ]
        : [],
    )
    .join('');
}

function legend(place: number, name: string, colour: string): string {
  const left = LEFT + place * 120;
  return `<rect x="${left}" y="${HEIGHT - 16}" width="10" height="10" fill="${colour}"/><text x="${left + 14}" y="${HEIGHT - 7}">${name}</text>`;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}
