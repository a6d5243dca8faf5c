import type { Finding, Fixed } from '@showrunner/recipes';

/**
 * The checks of a draft together with what code made right on the way to it. What was made right stands once for each
 * place, in the figures that the place has now, else in those that were found; what still fails is not made right.
 */
export function withFixes(findings: readonly Finding[], fixes: readonly Fixed[]): readonly Finding[] {
  if (fixes.length === 0) return findings;
  const made = [...byPlace(fixes).values()].filter(({ finding }) => !findings.some((one) => fails(one, finding)));
  const shown = findings.map((finding) => {
    const own = made.find((fixed) => finding.ok && isSamePlace(finding, fixed.finding));
    return own === undefined ? finding : { ...finding, ...outcomeOf(own) };
  });
  const others = made.filter(({ finding }) => !findings.some((one) => one.ok && isSamePlace(one, finding)));
  const all = [
    ...shown.filter((finding) => !(isSummary(finding) && others.some((fixed) => fixed.finding.name === finding.name))),
    ...others.map((fixed) => ({ ...fixed.finding, ok: true, ...outcomeOf(fixed) })),
  ];
  const names = findings.map(({ name }) => name);
  return all.toSorted((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
}

/** The last fix of each place, with all words that were taken out there. */
function byPlace(fixes: readonly Fixed[]): Map<string, Fixed> {
  const places = new Map<string, Fixed>();
  for (const fixed of fixes) {
    const { name, path = '', sceneId = '' } = fixed.finding;
    const place = `${name} ${path} ${sceneId}`;
    const removed = [...(places.get(place)?.finding.removed ?? []), ...(fixed.finding.removed ?? [])];
    const finding = removed.length === 0 ? fixed.finding : { ...fixed.finding, removed };
    places.set(place, { ...fixed, finding });
  }
  return places;
}

function outcomeOf({ finding: { message, removed }, outcome }: Fixed): Partial<Finding> {
  return { outcome, message, ...(removed === undefined ? {} : { removed }) };
}

function fails(finding: Finding, fixed: Finding): boolean {
  return !finding.ok && isSamePlace(finding, fixed);
}

function isSamePlace(one: Finding, other: Finding): boolean {
  return one.name === other.name && one.path === other.path && one.sceneId === other.sceneId;
}

/** Whether a finding says of all places at once that nothing was found. */
function isSummary({ ok, path }: Finding): boolean {
  return ok && path === undefined;
}
