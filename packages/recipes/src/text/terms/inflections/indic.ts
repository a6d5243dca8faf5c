import { paradigms, type Inflections } from './paradigms.ts';

/**
 * What Bengali, Marathi, Gujarati, Punjabi and Urdu write on their nouns, and the Dravidian languages without a stemmer,
 * from the languages' grammars. Vowel signs that make another word alone (পান betel, পানি water) stand in no paradigm
 * with the bare stem.
 */
export const indic: Readonly<Record<string, Inflections>> = {
  bn: {
    shortest: 2,
    paradigms: paradigms(
      '0 টি টা টির টার টিকে টাকে টিতে টায় টিও টাও গুলো গুলি গুলোর গুলির গুলোকে গুলিকে গুলোতে গুলিতে খানা খানি র ের এর কে তে ে য় য়ের েরা রা দের ের দেরকে সমূহ সমূহের ও েও কেও রও ই েই',
      'া ে ি েন ছে ছি ছেন বে বেন বো ব লো লেন লাম তে ার ানো েছে েছেন েছি েছিল িয়ে',
    ),
  },
  mr: {
    paradigms: paradigms(
      '0 ा ाला ाने ाचा ाची ाचे ाच्या ात ातून ावर ांना ांनी ांचा ांची ांचे ांच्या ांत ांवर े ें',
      'ा ्या ्याला ्याने ्याचा ्याची ्याचे ्यात ्यावर े ्यांना ्यांनी ्यांचा ्यांची ्यांचे ी',
      'ी ीला ीने ीचा ीची ीचे ीत ीवर ्या ्यांना ्यांनी ्यांचा ्यांची',
    ),
  },
  gu: {
    paradigms: paradigms(
      '0 ો ોને ોએ ોનો ોની ોનું ોના ોમાં ને એ નો ની નું ના માં થી ોથી ે',
      'ો ા ાને ાએ ાનો ાની ાનું ાના ામાં ી ું ાઓ ાઓને ાઓનો ાઓની ાઓમાં',
    ),
  },
  pa: {
    paradigms: paradigms('0 ਾਂ ਾਂ ੀਂ ੋਂ ਆਂ ਵਾਂ', 'ਾ ੇ ਿਆਂ ੀ ੀਆਂ ਿਓ'),
  },
  ur: {
    paradigms: paradigms('0 وں یں ات ے و', 'ا ے وں ی یاں یوں', 'ہ ے وں ات', 'ی یاں یوں'),
  },
  te: {
    paradigms: paradigms(
      '0 లు ల ని ను కి కు లో తో పై లను లకు లలో లతో లపై వి కోసం',
      'ం ాలు ాల ాన్ని ానికి ంలో ంతో ంపై ాలను ాలకు ాలలో ాలతో ానిది',
      'ు ులు ుల ుని ును ుకి ుకు ులో ుతో ులను ులకు ులలో',
    ),
  },
  kn: {
    paradigms: paradigms(
      '0 ಗಳು ಗಳ ಗಳನ್ನು ಗಳಿಗೆ ಗಳಲ್ಲಿ ಗಳಿಂದ ಅನ್ನು ವನ್ನು ಯನ್ನು ಕ್ಕೆ ಗೆ ಯಲ್ಲಿ ದಲ್ಲಿ ದಿಂದ ದ ಯ ವು',
      'ು ುಗಳು ುಗಳ ುಗಳನ್ನು ಿನ ಿಗೆ ಿನಲ್ಲಿ ಿನಿಂದ ನ್ನು',
    ),
  },
  ml: {
    paradigms: paradigms(
      '0 കൾ കളുടെ കളെ കൾക്ക് കളിൽ കളും യുടെ യെ യ്ക്ക് യിൽ യും ിന്റെ ിനെ ിന് ിൽ ും',
      'ം ങ്ങൾ ങ്ങളുടെ ങ്ങളെ ങ്ങൾക്ക് ങ്ങളിൽ ത്തിന്റെ ത്തെ ത്തിന് ത്തിൽ വും',
    ),
  },
};
