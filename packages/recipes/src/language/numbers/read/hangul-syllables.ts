/**
 * What is counted in Korean, as it follows a number: by its own numbers (한, 두) things, people and times, by the Chinese
 * ones (일, 이) dates, money and measures. Dependent nouns of everyday texts, our own choice.
 */
const OF_OWN_NUMBERS =
  '개 명 사람 분 번 살 시 배 가지 마리 권 장 잔 대 달 주 층 차 째 병 그루 곳 단계 종류 쪽 편 곡 군데 끼 줄 판 팀'.split(
    ' ',
  );
const OF_CHINESE_NUMBERS =
  '년 월 일 분 초 원 층 회 차 위 등 점 도 인 주 퍼센트 프로 달러 유로 킬로 미터 센티 그램 리터 쪽 편 단계 개월 세 배 학년 호 번 명'.split(
    ' ',
  );
const counting = (counters: readonly string[]) => new RegExp(`^ ?(?:${counters.join('|')})`, 'u');
const BEHIND_OWN = counting(OF_OWN_NUMBERS);
const BEHIND_CHINESE = counting(OF_CHINESE_NUMBERS);

/** Figures and the powers of ten stand beside digits in one number: the 십 of 이백삼십사. */
const POWER_BEHIND = /^ ?[\p{Nd}영십백천만억조]/u;
const POWER_BEFORE = /[\p{Nd}십백천만억조] ?$/u;
const POWER = /^[십백천만억조]$/u;
const DIGIT_BEHIND = /^ ?[일이삼사오육칠팔구](?:[십백천만억조]|[^\p{L}]|$)/u;
const NUMBER_BEFORE = /[\p{Nd}일이삼사오육칠팔구십백천만] ?$/u;

const OWN_NUMBER = /^[한두세네]$/u;
/** Ten, and heat. */
const TEN = /^열$/u;
const NOTHING_ELSE = /^[^\p{L}\p{Nd}]*$/u;

/** Two Chinese digits without a counter may be any word: 천사 (angel), 오만 (arrogance), 이만 (now then). */
const TWO_DIGITS = /^[일이삼사오육칠팔구십백천만억조영]{2}$/u;

/**
 * Whether syllables that may be a number are one, by the text before and behind them: with a counter, beside another part
 * of a number, alone, or, of Korean's own ones, in front of a noun. "세 번" and "두명" count; "세게" (strongly), "이 사람"
 * (this person) and "일을" (the work) do not. Longer numerals are nothing else.
 */
export function isCounting(written: string, before: string, behind: string): boolean {
  if (TWO_DIGITS.test(written))
    return mayBeNumber(before, behind) || BEHIND_OWN.test(behind) || DIGIT_BEHIND.test(behind);
  return written.length > 1 || isCountingSyllable(written, before, behind);
}

function mayBeNumber(before: string, behind: string): boolean {
  if (POWER_BEFORE.test(before) || POWER_BEHIND.test(behind)) return true;
  if (/\p{L}$/u.test(before)) return false;
  return NOTHING_ELSE.test(behind) ? NOTHING_ELSE.test(before) : BEHIND_CHINESE.test(behind);
}

function isCountingSyllable(syllable: string, before: string, behind: string): boolean {
  if (POWER.test(syllable) && (NUMBER_BEFORE.test(before) || DIGIT_BEHIND.test(behind))) return true;
  if (mayBeNumber(before, behind)) return true;
  if (/\p{L}$/u.test(before) || NOTHING_ELSE.test(behind)) return false;
  if (TEN.test(syllable)) return BEHIND_OWN.test(behind);
  return OWN_NUMBER.test(syllable) && (BEHIND_OWN.test(behind) || /^[^\p{L}]/u.test(behind));
}
