/**
 * About how many characters a JSON value has, names and marks included; no more than one beyond `most` is counted.
 */
export function lengthOf(value: unknown, most: number): number {
  let length = 0;
  const open: unknown[] = [value];
  while (open.length > 0 && length <= most) {
    const one = open.pop();
    if (typeof one === 'string') length += one.length + 2;
    else if (typeof one !== 'object' || one === null) length += 4;
    else {
      const members = Object.entries(one);
      length += 2 + members.length;
      for (const [name, member] of members) {
        if (!Array.isArray(one)) length += name.length + 3;
        open.push(member);
      }
    }
  }
  return Math.min(length, most + 1);
}
