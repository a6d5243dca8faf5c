/**
 * How long a call waits for what is kept of its key, in milliseconds. A database that has fallen silent is noticed by its
 * own driver much later, and a caller who is told to come again is better off than one who waits.
 */
const LOOK_UP_WITHIN_MS = 5_000;

/** What the database says; rejects where it says nothing for so long. */
export async function answeredInTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const silent = (): void => reject(new Error(`the database has not answered within ${LOOK_UP_WITHIN_MS} ms`));
    timer = setTimeout(silent, LOOK_UP_WITHIN_MS);
  });
  try {
    return await Promise.race([asked, silence]);
  } finally {
    clearTimeout(timer);
  }
}
