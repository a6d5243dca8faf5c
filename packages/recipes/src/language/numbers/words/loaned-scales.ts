/**
 * Names of scales that a language has beside its own: those of English in languages that count in lakhs or myriads, and
 * lakh and crore in English. CLDR (48) has the own ones alone. Our own list.
 */
const LOANED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  bn: { মিলিয়ন: 1e6, বিলিয়ন: 1e9, ট্রিলিয়ন: 1e12 },
  en: { lakh: 1e5, lac: 1e5, crore: 1e7 },
  fa: { بیلیون: 1e12, تریلیون: 1e12 },
  gu: { મિલિયન: 1e6, બિલિયન: 1e9, ટ્રિલિયન: 1e12 },
  hi: { मिलियन: 1e6, बिलियन: 1e9, ट्रिलियन: 1e12, लाख: 1e5, करोड़: 1e7, अरब: 1e9, खरब: 1e11 },
  ja: { ミリオン: 1e6, ビリオン: 1e9 },
  kn: { ಮಿಲಿಯನ್: 1e6, ಬಿಲಿಯನ್: 1e9, ಟ್ರಿಲಿಯನ್: 1e12 },
  ko: { 밀리언: 1e6, 빌리언: 1e9 },
  ml: { മില്യൺ: 1e6, മില്യണ്: 1e6, മില്യൻ: 1e6, ദശലക്ഷം: 1e6, ബില്യൺ: 1e9, ബില്യൻ: 1e9 },
  mr: { मिलियन: 1e6, दशलक्ष: 1e6, बिलियन: 1e9, अब्ज: 1e9, लाख: 1e5, कोटी: 1e7 },
  ne: { मिलियन: 1e6, बिलियन: 1e9, लाख: 1e5, करोड: 1e7, अर्ब: 1e9 },
  pa: { ਮਿਲੀਅਨ: 1e6, ਬਿਲੀਅਨ: 1e9, ਲੱਖ: 1e5, ਕਰੋੜ: 1e7 },
  ta: { மில்லியன்: 1e6, பில்லியன்: 1e9, லட்சம்: 1e5, கோடி: 1e7 },
  te: { మిలియన్: 1e6, బిలియన్: 1e9, లక్ష: 1e5, లక్షలు: 1e5, కోటి: 1e7, కోట్లు: 1e7 },
  ur: { ملین: 1e6, بلین: 1e9, ٹریلین: 1e12, لاکھ: 1e5, کروڑ: 1e7, ارب: 1e9 },
};

/** Each name with what it multiplies by. */
export function loanedScales(language: string): readonly (readonly [name: string, scale: number])[] {
  return Object.entries(LOANED[language] ?? {});
}
