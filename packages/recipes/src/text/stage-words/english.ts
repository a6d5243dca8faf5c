import type { StageWords } from './stage-words.ts';

/** Models use English words in scripts of every language, so that these are always there. */
export const english: StageWords = {
  speakers:
    '(?:(?:fe)?male )?narrator|narration|voice[ -]?over|vo|v\\.o\\.|v/o|mc|(?:co-?)?host|speaker|presenter|announcer|interviewer|interviewee|reporter|anchor|guest|moderator|male voice|female voice|man|woman|actor|on[- ]camera|audio',
  sections:
    'hook|intro(?:duction)?|outro|cta|call to action|scene|segment|body|opening|closing|teaser|cold open|script|dialogue|spoken(?: text| words)?',
  lines:
    'visuals?|visual cue|on[- ]?screen(?: text)?|text on screen|text overlay|overlay|super|caption|b-?roll|camera|shot|footage|sfx|sound(?: effects?)?|music|background music|transition|cut to|fade (?:in|out|to)|stage directions?|image|graphics?|animation|thumbnail|lower third|location|setting',
  subjects:
    'super|caption|camera|shot|footage|sound(?: effects?)?|music|background music|transition|image|graphics?|animation|thumbnail|location|setting|overlay',
  cues: 'laugh(?:s|ing|ter)?|chuckl(?:es?|ing)|giggl(?:es?|ing)|sigh(?:s|ing)?|gasp(?:s|ing)?|paus(?:es?|ing)|beat|whisper(?:s|ing|ed)?|clap(?:s|ping)?|applause|applauds|cheer(?:s|ing)|cough(?:s|ing)?|sniff(?:s|les|ing)|sob(?:s|bing)?|cry(?:ing)|snort(?:s|ing)|groan(?:s|ing)|mutter(?:s|ing)|shout(?:s|ing)|yell(?:s|ing)|smil(?:es|ing)|grin(?:s|ning)?|nod(?:s|ding)?|wink(?:s|ing)?|shrug(?:s|ging)?|smirk(?:s|ing)?|gestur(?:es|ing)|clears throat|takes? a (?:deep )?breath|deep breath|inhal(?:es|ing)|exhal(?:es|ing)|drum ?roll|crickets|v\\.?o\\.?|o\\.s\\.|sfx|off[- ]?screen|off[- ]?camera|voice-?over',
  sounds:
    'music|sound|silence|noise|intro music|outro music|theme (?:music|song)|transition|whoosh|ding|bell|jingle|sound effects?|visuals?|b-?roll|singing|sings|long pause|excited(?:ly)?|softly|loudly|sarcastic(?:ally)?|dramatic(?:ally)?',
  shots:
    'cuts? to|cut back to|fades? (?:in|out|to)|dissolves? to|zooms? (?:in|out)|pans? (?:to|left|right|across)|camera (?:pans|zooms|cuts|moves|shows|follows|focuses|angle)|close-?ups? (?:of|on|shot)|wide shot|medium shot|b-?roll|sfx|sound of|sounds of|sound effect|on[- ]screen|text on screen|text appears|voice-?over|visuals?:|show(?:s|ing)? (?:a|the|footage|clip)|image of|footage of|montage of|(?:[a-z]+ ){0,2}music (?:plays|playing|fades|swells|starts|stops|intensifies|begins|ends|builds|rises)|(?:upbeat|soft|dramatic|tense|gentle|background|suspenseful|ominous|cheerful|sad|happy|epic|inspiring|intro|outro|calm|mysterious|energetic|ambient|(?:soft )?piano) music',
  blanks:
    'channel|name|your|link|url|website|brand|product|company|business|handle|username|date|city|topic|number|amount|price|email|code|title|sponsor|city|country|x',
  inserts: 'insert|add|enter|fill in|put|include|replace|your|tbd|todo|placeholder|e\\.g\\.',
};

/** As `numberedSections` and `otherCountingWords` of the other languages. */
export const englishSections = 'scene|act';
export const englishEnds = 'the end|end|fin|eof|start|begin';
export const englishNotes = 'duration|length|run ?time|timing|time ?code|time ?stamp|time|tone|pace|mood|word count';
export const otherEnglishCountingWords = 'final|last';
